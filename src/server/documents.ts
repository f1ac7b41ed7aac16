import { type DocumentNode, Lexer, parse, Source, TokenKind, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import { checkDocument, type DocumentLimits, refusal } from './document-limits.ts'
import { withoutTraces } from './without-traces.ts'

interface TextLimits {
  readonly characters: number
  readonly tokens: number
  /** Of any kind, within each other: the parser calls itself for each. */
  readonly brackets: number
}

/**
 * Far above what a page of records with every field selected asks for (a few hundred tokens, eight levels) and what GraphiQL
 * asks of the schema (some 350 tokens, fifteen levels), and low enough that the worst document within them is read and checked
 * in milliseconds.
 */
export const DOCUMENT_LIMITS: DocumentLimits & TextLimits = {
  characters: 100_000,
  tokens: 2_500,
  brackets: 64,
  depth: 20,
  rootFields: 50,
  fragments: 100,
  selections: 1_500,
  aliases: 100,
  introspectionAliases: 5,
  introspections: 2,
  repeats: 50,
  directives: 50,
}

/** How many mistakes of one document are told: each costs as much as a small query. */
const MAX_VALIDATION_ERRORS = 10

/**
 * Refuses documents past the limits: the text before it is parsed, what it says before it is validated. Remembers which documents
 * are valid; the mistakes of one take a hundred times its room, and whoever makes them seldom makes them twice.
 */
export function useDocumentLimits(): Plugin {
  const valid = new WeakSet<DocumentNode>()
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((given: string | Source) => {
        const source = typeof given === 'string' ? new Source(given) : given
        checkText(source, DOCUMENT_LIMITS)
        const document = parse(source)
        checkDocument(document, DOCUMENT_LIMITS)
        return document
      })
    },
    onValidate: ({ setValidationFn }) => {
      setValidationFn((schema, document, rules) => {
        if (valid.has(document)) return []
        const errors = withoutTraces(() => validate(schema, document, rules, { maxErrors: MAX_VALIDATION_ERRORS }))
        if (errors.length === 0) valid.add(document)
        return errors
      })
    },
  }
}

/** Looks at every token once. Throws a `GraphQLError` past a limit, and for text that is not made of tokens. */
function checkText(source: Source, limits: TextLimits): void {
  if (source.body.length > limits.characters) {
    throw refusal(`The document is longer than ${limits.characters} characters.`)
  }
  const lexer = new Lexer(source)
  let brackets = 0
  for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    if (tokens >= limits.tokens) throw refusal(`The document has more than ${limits.tokens} tokens.`)
    const { kind } = lexer.token
    if (OPENING.has(kind)) brackets += 1
    else if (CLOSING.has(kind)) brackets -= 1
    if (brackets > limits.brackets) {
      throw refusal(`The document is nested too deep: more than ${limits.brackets} brackets are open at one place.`)
    }
  }
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Characters of documents that are remembered in parsed form, which takes some fifty times the room. */
const MAX_CACHED_CHARACTERS = 1_000_000
/** Of the longest one that is remembered at all, in whatever form: a few of the largest are to take nobody's place. */
export const MAX_KEPT_CHARACTERS = 20_000

/** Parsed documents by their text, those used last. Bounded by what they hold, not by their number. */
export function createDocumentCache(): {
  get(text: string): DocumentNode | undefined
  set(text: string, document: DocumentNode): void
} {
  return new LRUCache<string, DocumentNode>({
    maxSize: MAX_CACHED_CHARACTERS,
    maxEntrySize: MAX_KEPT_CHARACTERS,
    sizeCalculation: (_document, text) => Math.max(1, text.length),
  })
}
