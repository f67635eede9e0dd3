/** The first part of every address of the console; mails link to `tasks`, `cases` and `decide`. */
export const CONSOLE_PATHS = [
  'sign-in',
  'decide',
  'tasks',
  'cases',
  'start',
  'devices',
  'customers',
  'people',
  'teams',
  'absences',
  'calendars',
  'service-levels',
  'access-log',
  'search',
  'me',
] as const;
