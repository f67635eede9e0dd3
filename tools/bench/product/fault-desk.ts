import type { Deadline, Policy } from '../../../models/contracts/policy';
import { faultProcess } from '../../../models/contracts/fault';
import type { Database } from '../../../models/db';
import { until } from '../../../embedded/wait';
import { Caller, type Called } from './caller';

/** What holds where neither a contract nor a table says anything [001]. */
const RESPONSE_IN_MS = 15 * 60_000;
const ASKED = { timeoutInMs: 60_000, pauseInMs: 250 };
const A_MINUTE_AGO_IN_MS = 60_000;
/** Settings by which the clocks run at any hour, so that the bench gives the same at night. */
export const AROUND_THE_CLOCK = { COMPANY_CALENDAR: '7x24' };

/** How long the requests of one arriving fault took. */
export interface Arrival {
  readonly caseId: string;
  readonly tookInMs: readonly number[];
}

/** A service desk that takes faults, and the engineer who answers them. */
export class FaultDesk {
  private constructor(
    private readonly zheng: Caller,
    private readonly li: Caller,
  ) {}

  static async open(url: string, password: string): Promise<FaultDesk> {
    const signIn = async (name: string) => await Caller.signIn(url, name, password);
    return new FaultDesk(await signIn('zheng'), await signIn('li'));
  }

  /** A fault is entered; its number. */
  async enters(): Promise<string> {
    const { body } = await this.zheng.post<{ caseId: string }>('/cases', { process: 'fault', form: report() }, [201]);
    return body.caseId;
  }

  /** A fault is entered, the desk looks at its board, the engineer finds it and calls back: people wait for each of it. */
  async arrives(): Promise<Arrival> {
    const entered = await this.zheng.post<{ caseId: string }>('/cases', { process: 'fault', form: report() }, [201]);
    const { caseId } = entered.body;
    const looked = await this.zheng.get('/faults/board');
    const found: Called<unknown>[] = [];
    const task = await until(async () => {
      const tasks = await this.li.get<{ items: { id: string }[] }>(`/tasks?case=${caseId}`);
      found.push(tasks);
      const [first] = tasks.body.items;
      if (!first) throw new Error(`nobody is asked to answer ${caseId}`);
      return first.id;
    }, ASKED);
    const form = { spokeWith: '刘处长', findings: '数据库响应慢，初步判断归档空间不足' };
    const answered = await this.li.post(`/tasks/${task}/complete`, { outcome: 'submit', form }, [200]);
    return { caseId, tookInMs: [entered, looked, ...found, answered].map(({ tookInMs }) => tookInMs) };
  }
}

/**
 * Has who must respond reminded once, so long after a fault was entered; contracts of the demo customers, with hours and limits
 * of their own, are over.
 */
export async function remindAfter(db: Database, afterInMs: number): Promise<void> {
  const { type: _id, policy } = faultProcess;
  const { respond } = policy.deadlines;
  if (!respond) throw new Error('a fault has no deadline for its response');
  await db.contracts.deleteMany({});
  const ladder: Deadline['ladder'] = [{ atPercent: (afterInMs / RESPONSE_IN_MS) * 100, does: 'remind' }];
  const changed: Policy = { ...policy, deadlines: { ...policy.deadlines, respond: { ...respond, ladder } } };
  await db.policies.replaceOne({ _id }, { _id, version: 1, updatedAt: new Date(), policy: changed }, { upsert: true });
}

function report(): object {
  return {
    customer: 'C-0001',
    reporter: 'U-liu',
    channel: 'phone',
    occurredAt: new Date(Date.now() - A_MINUTE_AGO_IN_MS).toISOString(),
    place: '信息中心机房',
    title: '核心业务系统登录缓慢',
    description: '上午九点起登录需要一分钟以上，部分用户超时。',
    ...{ level: '2', urgency: 'urgent', class: 'severe' },
  };
}
