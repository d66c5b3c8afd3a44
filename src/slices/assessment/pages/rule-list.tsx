import { Fragment } from 'preact'
import { Facts } from '#web/facts.tsx'
import { MoreWords } from '#web/section.tsx'
import { type Standing, State } from '#web/state.tsx'
import { aimsInWords, byEdition, type CheckedRule, type Choice, eligibilityWords, noCategory } from '../choice.ts'
import type { AssessmentView } from '../view.ts'
import { ruleWords } from './words.ts'

/** How a rule stands, in form; the word beside it says the same. */
const shapes: Record<CheckedRule['state'], Standing> = { fits: 'good', unfit: 'late', unknown: 'open' }

/** Each rule of each edition: whether it is kept, by which datum, and where datum and rule stand. */
export const RuleList = ({ rules }: { rules: readonly CheckedRule[] }) => (
  <>
    {byEdition(rules).map((each) => (
      <Fragment key={each.edition}>
        <h3>
          {each.edition}: {eligibilityWords[each.state]}
        </h3>
        <Facts
          long
          facts={each.rules.map(({ rule, state, datum, source }) => ({
            term: rule,
            detail: (
              <>
                <State is={shapes[state]}>{ruleWords[state]}</State>
                <p>{datum}</p>
                <p class="quiet-words">{source}</p>
              </>
            ),
          }))}
        />
      </Fragment>
    ))}
  </>
)

/**
 * At which category the chosen project aimed, where any named one, and whether it could enter the competition, as that
 * was known then.
 */
export const competitionFacts = ({ aimed }: Pick<AssessmentView, 'aimed'>, choice: Choice) => [
  ...(aimed.length > 0
    ? [{ term: 'Kategori yang dituju', detail: aimsInWords(aimed, choice.projectId).join('; ') || noCategory.name }]
    : []),
  ...(choice.eligibility ? [{ term: 'Syarat KIPP saat dipilih', detail: <ChosenFit choice={choice} /> }] : []),
]

const ChosenFit = ({ choice: { eligibility, rules } }: { choice: Choice }) =>
  rules.length === 0
    ? eligibility
    : byEdition(rules).map(({ edition, state }) => (
        <p key={edition}>
          <State is={shapes[state]}>
            {edition}: {eligibilityWords[state]}
          </State>
        </p>
      ))

/** The same rule by rule, beneath; print opens it. Nothing of a choice that was made before rules were kept. */
export const ChosenRules = ({ choice: { rules } }: { choice: Choice }) =>
  rules.length === 0 ? null : (
    <MoreWords label="Syarat KIPP satu per satu">
      <RuleList rules={rules} />
    </MoreWords>
  )
