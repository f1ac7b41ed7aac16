import type { Answer, Ask, Tell } from './messages.ts'

/** Passes on, in the primary, what its workers tell and ask each other. */
export interface Switchboard {
  /** From now on the worker is told and asked. */
  join(member: Member): void
  /** It has ended: nobody waits for its answers. */
  leave(member: Member): void
  tell(from: Member, message: Tell): void
  /** `Member.answers` is called with what all others have answered, once they have or the time is up. */
  ask(from: Member, message: Ask): void
  answer(from: Member, answer: Answer): void
}

export interface Member {
  tell(message: Tell): void
  ask(message: Ask): void
  answers(id: number, contents: readonly unknown[]): void
}

export interface SwitchboardOptions {
  /** How long an answer is waited for. */
  readonly deadlineMs: number
  /** Hears of a worker that did not answer in time. */
  readonly onSilence: (member: Member) => void
}

interface Question {
  readonly from: Member
  /** The number by which the one who asks knows it. */
  readonly id: number
  readonly waitsFor: Set<Member>
  readonly contents: unknown[]
  readonly timer: NodeJS.Timeout
}

export function createSwitchboard({ deadlineMs, onSilence }: SwitchboardOptions): Switchboard {
  const members = new Set<Member>()
  const questions = new Map<number, Question>()
  let lastNumber = 0

  function othersOf(from: Member): readonly Member[] {
    return [...members].filter((member) => member !== from)
  }

  function end(number: number, { from, id, contents, timer }: Question): void {
    clearTimeout(timer)
    questions.delete(number)
    from.answers(id, contents)
  }

  function noLongerWaits(number: number, question: Question, member: Member): void {
    if (question.waitsFor.delete(member) && question.waitsFor.size === 0) end(number, question)
  }

  return {
    join: (member) => void members.add(member),
    leave(member) {
      members.delete(member)
      for (const [number, question] of questions) noLongerWaits(number, question, member)
    },
    tell(from, message) {
      for (const other of othersOf(from)) other.tell(message)
    },
    ask(from, message) {
      const others = othersOf(from)
      if (others.length === 0) return from.answers(message.id, [])
      const number = ++lastNumber
      const timer = setTimeout(() => {
        for (const silent of question.waitsFor) onSilence(silent)
        end(number, question)
      }, deadlineMs)
      const question: Question = { from, id: message.id, waitsFor: new Set(others), contents: [], timer }
      questions.set(number, question)
      for (const other of others) other.ask({ ...message, id: number })
    },
    answer(from, { id, content }) {
      const question = questions.get(id)
      if (!question?.waitsFor.has(from)) return
      question.contents.push(content)
      noLongerWaits(id, question, from)
    },
  }
}
