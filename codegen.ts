import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * Types the tests' operations against the committed schema, as a client of the gateway would. `npm run codegen` prints
 * that first, from the code. Run it after a change of either.
 */
const config: CodegenConfig = {
  schema: './schema.graphql',
  documents: ['test/operations/**/*.graphql'],
  importExtension: '.ts',
  generates: {
    './test/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
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
    },
  },
}

export default config
