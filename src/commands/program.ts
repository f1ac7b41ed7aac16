import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { ConfigError } from '../config/config-error.ts'
import { READ_FORMATS, WRITE_FORMATS } from '../exchange/formats.ts'
import type { CheckOptions } from './check.ts'
import { describeError, oneLine } from './describe-error.ts'
import type { ExportFileOptions } from './export.ts'
import type { ImportFileOptions } from './import.ts'
import type { SimulateOptions } from './simulate.ts'
import type { StartOptions } from './start.ts'
import { EXIT, type Surroundings } from './surroundings.ts'

const MAX_PORT = 65_535

/**
 * Does what the command line says, and resolves with the exit code. What a caller can mend is one line on `stderr`; only a bug of
 * ours shows its stack.
 */
export async function runKith(args: readonly string[], version: string, surroundings: Surroundings): Promise<number> {
  let exitCode: number = EXIT.ok
  const program = createProgram(version, surroundings, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok
    surroundings.stderr.write(`kith: ${describe(error)}\n`)
    return error instanceof CommanderError || error instanceof ConfigError ? EXIT.usage : EXIT.failure
  }
}

function createProgram(version: string, surroundings: Surroundings, done: (exitCode: number) => void): Command {
  const program = new Command('kith')
    .description('One GraphQL schema over every place where an organisation keeps its people.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 called or configured wrongly.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void surroundings.stdout.write(text),
      writeErr: () => undefined, // `runKith` prints errors, on one line
      getOutHelpWidth: () => surroundings.stdout.columns ?? 100,
    })
  // Each command's own code is loaded when it is called for.
  program
    .command('start')
    .description('serve the sources of the configuration over GraphQL, until asked to end')
    .option('--config <file>', 'the configuration (default: kith.config.ts, .js, .mjs or .json here, or KITH_CONFIG)')
    .option('--port <number>', 'listen on this port; 0 takes any free one', readPort)
    .option('--host <address>', 'listen on this address')
    .action(async (options: StartOptions) => done(await (await import('./start.ts')).start(options, surroundings)))
  program
    .command('check')
    .description('tell whether the configuration is sound, every source answers, and what each account may do')
    .option('--config <file>', 'the configuration (default: as for start)')
    .action(async (options: CheckOptions) =>
      done(await (await import('./check.ts')).checkSources(options, surroundings)),
    )
  program
    .command('schema')
    .description('print the GraphQL schema')
    .action(async () => done((await import('./schema.ts')).schema(surroundings)))
  program
    .command('import')
    .description(
      'bring the people of a vCard, CSV or JSContact file into a source; the same file again changes nothing',
    )
    .argument('<file>', 'as an address book exports it')
    .requiredOption('--to <source>', 'the configured name of the source')
    .option('--config <file>', 'the configuration (default: as for start)')
    .addOption(new Option('--format <format>', 'what the file is (default: as its name says)').choices(READ_FORMATS))
    .option('--dry-run', 'tell what would be done, and do nothing')
    .option('--resume', 'go on with an import of this file that was cut off')
    .option('--json', 'report as JSON, one object a line')
    .option('--quiet', 'report only what was refused or left out, and the sums')
    .option('--memory <file>', 'where it is kept who each card has become (default: imports.db beside the journal)')
    .action(async (file: string, options: ImportFileOptions) =>
      done(await (await import('./import.ts')).importFile(file, options, surroundings)),
    )
  program
    .command('export')
    .description('write the people of a source to a vCard, CSV or JSContact file')
    .argument('[file]', 'where to (default: the standard output)')
    .requiredOption('--from <source>', 'the configured name of the source')
    .option('--config <file>', 'the configuration (default: as for start)')
    .addOption(
      new Option('--format <format>', 'what to write (default: as the file is called, or vcard4)').choices(
        WRITE_FORMATS,
      ),
    )
    .option('--no-photos', 'leave pictures out')
    .action(async (file: string | undefined, options: ExportFileOptions) =>
      done(await (await import('./export.ts')).exportFile(file, options, surroundings)),
    )
  program
    .command('simulate')
    .description("run a vendor's simulator, with invented people, until asked to end")
    .argument('<kind>', `the kind of source: ${simulatedKinds(surroundings)}`)
    .option('--port <number>', 'listen on this port of the loopback interface (default: any free one)', readPort)
    .action(async (kind: string, options: SimulateOptions) =>
      done(await (await import('./simulate.ts')).simulate(kind, options, surroundings)),
    )
  return program
}

function simulatedKinds({ definitions }: Surroundings): string {
  return definitions.flatMap(({ kind, simulator }) => (simulator ? [kind] : [])).join(', ')
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > MAX_PORT) throw new InvalidArgumentError(`Expected a number from 0 to ${MAX_PORT}.`)
  return port
}

function describe(error: unknown): string {
  if (!(error instanceof CommanderError)) return describeError(error)
  // Without a command, commander would print the whole help as an error.
  if (error.code === 'commander.help') return 'expected a command; see kith --help'
  return oneLine(error.message.replace(/^error: /, ''))
}
