import { endOfDay } from '../../models/calendar/zone';

test.each([
  ['in the evening', '2026-11-23T12:00:00.000Z', 'Asia/Shanghai', '2026-11-23T16:00:00.000Z'],
  ['just before midnight', '2026-11-23T15:59:59.999Z', 'Asia/Shanghai', '2026-11-23T16:00:00.000Z'],
  ['at midnight, which is the next day', '2026-11-23T16:00:00.000Z', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z'],
  ['on a day of 23 hours', '2026-03-28T23:30:00.000Z', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
])('a day ends at the next midnight of its zone: %s', (_, at, zone, ends) => {
  expect(endOfDay(at, zone)).toBe(ends);
});
