import type { ComponentChildren } from 'preact'
import { ActButton, Button, ButtonLink } from './button.tsx'
import { Island } from './island.tsx'
import { DeskPage } from './page.tsx'

type Question = {
  /** Where the act is posted; a GET of the same address draws `ConfirmPage`. */
  action: string
  /** The act's own verb, on both buttons: "Hentikan proyek". */
  act: string
  /** "Hentikan proyek ini?" */
  question: string
  /** What follows from it, and whether it can be undone. */
  children: ComponentChildren
  hidden?: Record<string, string>
  /** Nothing is lost by it, though it binds. */
  isBinding?: boolean
}

/** The button of an act that is hard to undo: it asks once, in a dialog, or without a script on a page of its own. */
export const ConfirmAct = ({ action, act, question, children, hidden, isBinding }: Question) => (
  <Island name="confirm">
    <ButtonLink kind={isBinding ? 'primary' : 'danger'} href={action}>
      {act}
    </ButtonLink>
    <dialog aria-label={question}>
      <h2>{question}</h2>
      <div class="dialog-words">{children}</div>
      <div class="actions">
        <ActButton kind={isBinding ? 'primary' : 'danger'} action={action} {...(hidden && { hidden })}>
          {act}
        </ActButton>
        <form method="dialog">
          <Button>Batal</Button>
        </form>
      </div>
    </dialog>
  </Island>
)

/** The same question as a page, for whoever comes without a script. */
export const ConfirmPage = ({ back, ...question }: Question & { back: string }) => (
  <DeskPage title={question.question}>
    <div class="prose">{question.children}</div>
    <div class="actions confirm-acts">
      <ActButton
        kind={question.isBinding ? 'primary' : 'danger'}
        action={question.action}
        {...(question.hidden && { hidden: question.hidden })}
      >
        {question.act}
      </ActButton>
      <ButtonLink href={back}>Batal</ButtonLink>
    </div>
  </DeskPage>
)
