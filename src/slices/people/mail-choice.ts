/**
 * Which letters an account wants from an agency. `usual`: decisions at once, reminders once a day; `each`: both at
 * once; `office-hours`: as usual, but decisions wait for working hours; `decisions`: no reminders.
 */
export const mailChoices = ['usual', 'each', 'office-hours', 'decisions'] as const
export type MailChoice = (typeof mailChoices)[number]
