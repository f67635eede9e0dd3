/** The first part of every address of the console; mails link to `tasks` and `cases`. */
export const CONSOLE_PATHS = [
  'sign-in',
  'tasks',
  'cases',
  'start',
  'devices',
  'customers',
  'people',
  'teams',
  'calendars',
  'service-levels',
  'access-log',
  'search',
  'me',
] as const;
