const DAY_IN_MS = 86_400_000;
// Serial numbers count days from 1899-12-30, or from 1904-01-01 in workbooks of old Macs.
const EPOCH_IN_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_IN_MS = Date.UTC(1904, 0, 1);

/** Excel takes no longer code. */
const LONGEST_CODE = 255;

/** What a number format says of its numbers: `date`, how many digits it pads to, or nothing. */
export type NumberFormat = 'date' | { readonly digits: number } | null;

/** The meaning of a format by id and code; some ids are built in and have no code [ECMA-376 §18.8.30]. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : null;
  const padding = /^0{2,}$/.exec(code)?.[0];
  if (padding !== undefined) return { digits: padding.length };
  const [positive = ''] = code.slice(0, LONGEST_CODE).split(';');
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : null;
}

/** The day, or day and time, of a serial number. */
export function dayOfSerial(serial: number, is1904 = false): string | null {
  const at = new Date((is1904 ? EPOCH_1904_IN_MS : EPOCH_IN_MS) + Math.round(serial * 86_400) * 1000);
  if (Number.isNaN(at.getTime()) || at.getTime() < 0 - 70 * 365.25 * DAY_IN_MS) return null;
  const [day = '', time = ''] = at.toISOString().split(/[T.]/);
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** The serial number of a day or of a wall-clock time, both written as ISO text without zone. */
export function serialOf(wallClock: string): number {
  return (Date.parse(`${wallClock}${wallClock.includes('T') ? '' : 'T00:00:00'}Z`) - EPOCH_IN_MS) / DAY_IN_MS;
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}
