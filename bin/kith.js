#!/usr/bin/env node
// Plain JavaScript of Node 12 on purpose: an older Node than kith needs can still say so.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(`kith: needs Node 24 or later, this is ${process.versions.node}\n`)
  process.exitCode = 2
} else {
  import('../dist/main.js')
}
