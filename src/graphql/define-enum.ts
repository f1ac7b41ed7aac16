import { builder, type SchemaTypes } from './builder.ts'

/** An enum whose values are those of the model, each with a description: the compiler asks for every one of them. */
export function defineEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): PothosSchemaTypes.EnumRef<SchemaTypes, Value> {
  const described = Object.entries<string>(values).map(([value, text]) => [value, { value, description: text }])
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(described) as Record<Value, { value: Value; description: string }>,
  }) as PothosSchemaTypes.EnumRef<SchemaTypes, Value>
}
