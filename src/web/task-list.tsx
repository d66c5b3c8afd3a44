import type { ComponentChildren } from 'preact'
import { type Day, daysBetween, dueOn, shortWeekday, weekdayInWords } from '#kit/date.ts'
import { DueMark } from './state.tsx'

/** Something that waits for a person. */
export type Task = {
  title: string
  path: string
  /** Of whom, since when. */
  note?: ComponentChildren
  /** Until when; a task without a day says so by leaving it out. */
  due?: Day | null
  /** The button, where the act can be begun from here. */
  act?: ComponentChildren
}

/** Tasks to be worked off, each with its day and weekday in front. */
export const TaskList = ({ tasks, today, label }: { tasks: Task[]; today: Day; label: string }) => (
  <ul class="tasks" aria-label={label}>
    {tasks.map((task) => (
      <li key={`${task.path} ${task.title}`}>
        <p class="task-due">{task.due ? <DueDay day={task.due} today={today} /> : 'Tanpa batas'}</p>
        <div class="task-words">
          <a href={task.path}>{task.title}</a>
          {task.note && <p>{task.note}</p>}
        </div>
        {task.act && <div class="task-act">{task.act}</div>}
      </li>
    ))}
  </ul>
)

/** Half a year away a day without its year is taken for the nearer one of that name. */
const isFar = (day: Day, today: Day) => Math.abs(daysBetween(day, today)) > 183

/** The day, and beside it how it stands where that wants attention. */
const DueDay = ({ day, today }: { day: Day; today: Day }) => (
  <>
    <time dateTime={day}>{isFar(day, today) ? weekdayInWords(day) : shortWeekday(day)}</time>
    {dueOn(day, today).state !== 'open' && <DueMark on={day} today={today} />}
  </>
)
