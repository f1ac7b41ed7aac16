import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * Types the operations of the tests and examples against the committed schema, as clients of the gateway would. `npm run codegen`
 * prints that first, from the code. Run it after a change of either.
 */
const config: CodegenConfig = {
  schema: './schema.graphql',
  importExtension: '.ts',
  generates: {
    './test/generated/': client('test/operations/**/*.graphql'),
    './examples/clients/generated/': client('examples/clients/operations/*.graphql'),
    './examples/web/src/generated/': client('examples/web/src/operations/*.graphql'),
  },
}

/** The client preset, with enums as unions of texts and scalars as what JSON and forms hold for them. */
function client(documents: string): NonNullable<CodegenConfig['generates'][string]> {
  return {
    preset: 'client',
    presetConfig: { fragmentMasking: false },
    documents: [documents],
    config: {
      enumsAsTypes: true,
      enumType: 'string-literal',
      useTypeImports: true,
      strictScalars: true,
      defaultScalarType: 'unknown',
      scalars: {
        Date: 'string',
        DateTime: 'string',
        JSON: 'unknown',
        URL: 'string',
        Upload: 'File | Blob',
      },
    },
  }
}

export default config
