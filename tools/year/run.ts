import { sayWhile, type Say } from '../../embedded/say';
import { dayNumber } from '../../models/calendar/days';
import type { OpenCalendar, OpenDay } from '../../models/calendar/open-calendar';
import { zoneClock } from '../../models/calendar/zone';
import { wallClock } from '../../models/contracts/time';
import { rearmRunningClocks } from '../../worker/chores/rearm';
import { Agenda, type Act } from './agenda';
import { companyCalendar, DECISIONS, enterHolidays } from './company';
import { countEvents } from './events';
import { Diary, daysOf } from './diary/diary';
import { closingWords } from './diary/closing';
import { journalReader, type Told } from './diary/told';
import { drawOf } from './draw';
import { openHouse, type YearHouse } from './house';
import { signIns, type Office } from './office';
import type { YearOptions } from './options';
import { isOccasion, visits } from './people';
import type { YearProcedure } from './procedure';
import { scrapYear } from './procedures/scrap';
import { Stops } from './stops';

const ZONE = 'Asia/Shanghai';
/** The procedures that the company lives by. */
const PROCEDURES: readonly YearProcedure[] = [scrapYear];

/** What a run came to. */
export interface YearResult {
  readonly diary: string;
  /** What must not happen and did. */
  readonly faults: readonly string[];
  readonly cases: number;
  readonly events: number;
  /** Of the year alone, without the start of the servers. */
  readonly tookInMs: number;
}

/** Runs through some days with a company full of people and writes their diary. */
export async function runYear(options: YearOptions, say: Say): Promise<YearResult> {
  const stops = new Stops();
  const beginsAt = new Date(zoneClock(ZONE).instantAt(dayNumber(options.from), 0));
  const house = await openHouse(beginsAt, say, (step, recorded) => stops.note(step.head.id, recorded.armed));
  const interrupted = () => void house.close().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const title = `${options.from} – ${options.to}`;
    return await sayWhile(title, say, async (step) => await live(house, stops, options, step));
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await house.close();
  }
}

async function live(house: YearHouse, stops: Stops, options: YearOptions, step: Say): Promise<YearResult> {
  const { db, clock, temporal } = house;
  const startedAt = performance.now();
  await enterHolidays(db, clock.now());
  const office = await officeOf(house);
  for (const procedure of PROCEDURES) await procedure.prepare?.(office);
  const diary = new Diary(options.language);
  const agenda = new Agenda();
  const seed = drawOf(options.seed);
  const days = daysOf(office.calendar(), options.from, options.to);
  const endsAt = (days.at(-1)?.to ?? 0) - 1;
  agenda.add(DECISIONS.filter(({ at }) => at >= clock.now().getTime()));

  // What begins on a day is not known before that day.
  const mornings = [...days];
  const read = journalReader(db);
  const notice = async () => {
    const calendar = office.calendar();
    for (const { caseId, afterSeq } of stops.changed()) {
      for (const told of await read(caseId, afterSeq, calendar)) {
        stops.read(caseId, told.entry.seq);
        diary.add(told);
        agenda.add(visitsAfter(told, calendar, seed));
      }
    }
  };
  const nextAt = (): number => {
    const at = Math.min(agenda.nextAt ?? Infinity, stops.nextAfter(clock.now().getTime()));
    const morning = mornings[0];
    if (!morning || morning.from > at) return at;
    mornings.shift();
    agenda.add(arrivalsOn(office.calendar().day(morning.day), seed));
    return nextAt();
  };
  for (let at = nextAt(); at <= endsAt; at = nextAt()) {
    step(`${dateOf(at)}，${stops.cases} 个流程（cases）`);
    await clock.moveTo(at);
    await notice();
    for (let act = agenda.take(at); act; act = agenda.take(at)) {
      agenda.add(await act.run(office));
      await clock.settle();
      await notice();
    }
  }
  await clock.moveTo(endsAt);
  await notice();
  const tookInMs = performance.now() - startedAt;
  const text = diary.text(daysOf(office.calendar(), options.from, options.to));
  return {
    diary: `${text}\n${await closingWords(db, diary, ZONE, options.language)}`,
    faults: [...diary.faults, ...(await unsentMails(house))],
    ...(await countEvents(db, temporal)),
    tookInMs,
  };
}

/** Who will begin what on a day is decided by the calendar as it is when the day comes. */
function arrivalsOn(today: OpenDay, seed: ReturnType<typeof drawOf>): Act[] {
  return PROCEDURES.flatMap((procedure) => procedure.arrivals(today, seed.of(`${procedure.process} ${today.date}`)));
}

function visitsAfter({ entry, task }: Told, calendar: OpenCalendar, seed: ReturnType<typeof drawOf>): readonly Act[] {
  const { kind, at, details } = entry;
  const procedure = PROCEDURES.find(({ process }) => process === task?.process);
  if (!isOccasion(kind) || task?.status !== 'open' || !procedure) return [];
  return visits(
    procedure,
    task,
    { kind, at: Date.parse(at), atPercent: Number(details.atPercent ?? 0) },
    calendar,
    seed,
  );
}

async function officeOf({ db, apiUrl, clock, gateway, log }: YearHouse): Promise<Office> {
  let calendar = await companyCalendar(db);
  return {
    db,
    calendar: () => calendar,
    now: () => clock.now(),
    as: signIns(db, apiUrl),
    calendarChanges: async () => {
      calendar = await companyCalendar(db);
      await rearmRunningClocks(db, gateway, log, () => clock.now());
    },
  };
}

async function unsentMails({ db }: YearHouse): Promise<string[]> {
  const mails = await db.mails.find({ state: { $ne: 'sent' } }).lean();
  return mails.map(({ _id, caseId, kind, state }) => `mail ${_id} of ${caseId}, ${kind}, is ${state}`);
}

function dateOf(at: number): string {
  return wallClock(new Date(at), ZONE).slice(0, 'yyyy-mm-dd'.length);
}
