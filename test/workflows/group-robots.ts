import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Arrived } from './hook-server';

const HOUR_IN_MS = 3_600_000;
const MINUTE_IN_MS = 60_000;
/** A robot of 企业微信 or 钉钉 takes no more within a minute. */
const MOST_A_MINUTE = 20;

/** What a robot answers: always with status 200; the code says whether it was taken. */
interface Answer {
  readonly code: number;
  readonly words: string;
}

/** A group robot as its maker documents it: what it has taken, and how it reacts to a request. */
export class GroupRobot {
  readonly taken: Readonly<Record<string, unknown>>[] = [];
  private readonly times: number[] = [];

  constructor(
    private readonly maker: Maker,
    private readonly secret: string,
    private readonly now: () => number,
  ) {}

  readonly react = (request: Arrived, response: ServerResponse): void => {
    const { code, words } = this.answer(request);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(this.maker.bodyOf(code, words)));
  };

  private answer({ path, body, headers }: Arrived): Answer {
    if (!/^application\/json/.test(headers['content-type'] ?? '')) return this.maker.malformed;
    const message = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const address = new URL(path, 'http://robot');
    const fault = this.maker.faultOf(address, message, this.secret, this.now());
    if (fault) return fault;
    this.times.push(this.now());
    if (this.times.filter((at) => at > this.now() - MINUTE_IN_MS).length > MOST_A_MINUTE) return this.maker.tooMuch;
    this.taken.push(message);
    return { code: 0, words: 'ok' };
  }
}

interface Maker {
  readonly bodyOf: (code: number, words: string) => object;
  readonly faultOf: (
    address: URL,
    message: Readonly<Record<string, unknown>>,
    secret: string,
    now: number,
  ) => Answer | null;
  readonly malformed: Answer;
  readonly tooMuch: Answer;
}

const errcode = (code: number, words: string) => ({ errcode: code, errmsg: words });
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

/** 企业微信: the key in the address, Markdown of 4,096 bytes at most. */
export const WECOM_ROBOT: Maker = {
  bodyOf: errcode,
  malformed: { code: 40008, words: 'invalid message type' },
  tooMuch: { code: 45009, words: 'api freq out of limit' },
  faultOf(address, { msgtype, markdown }, secret) {
    if (address.searchParams.get('key') !== secret) return { code: 93000, words: 'invalid webhook url' };
    const { content } = markdown as { readonly content: string };
    if (msgtype !== 'markdown') return this.malformed;
    return Buffer.byteLength(content) > 4_096
      ? { code: 40058, words: 'markdown.content exceed max length 4096' }
      : null;
  },
};

/** 钉钉: `timestamp` in milliseconds, an hour off at most, and `sign`, the HMAC of it and the secret under the secret. */
export const DINGTALK_ROBOT: Maker = {
  bodyOf: errcode,
  malformed: { code: 40035, words: 'invalid parameter' },
  tooMuch: { code: 130101, words: 'send too fast, exceed 20 times per minute' },
  faultOf(address, { msgtype, markdown }, secret, now) {
    const timestamp = address.searchParams.get('timestamp') ?? '';
    const words = 'description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中';
    const isLate = Math.abs(now - Number(timestamp)) > HOUR_IN_MS || !/^\d{13}$/.test(timestamp);
    const isSigned = address.searchParams.get('sign') === hmac(secret, `${timestamp}\n${secret}`);
    if (isLate || !isSigned) return { code: 310000, words };
    const { title, text } = markdown as { readonly title?: string; readonly text?: string };
    return msgtype === 'markdown' && title && text ? null : this.malformed;
  },
};

/** 飞书: `timestamp` in seconds and `sign` in the body, the HMAC of nothing under both. */
export const FEISHU_ROBOT: Maker = {
  bodyOf: (code, words) => ({ code, msg: words, data: {} }),
  malformed: { code: 9499, words: 'Bad Request' },
  tooMuch: { code: 11232, words: 'create message trigger service rate limit' },
  faultOf(_address, { msg_type: type, card, timestamp, sign }, secret, now) {
    const isLate = Math.abs(now - Number(timestamp) * 1_000) > HOUR_IN_MS || !/^\d{10}$/.test(String(timestamp));
    if (isLate || sign !== hmac(`${String(timestamp)}\n${secret}`, ''))
      return { code: 19021, words: 'sign match fail or timestamp is not within one hour from current time' };
    return type === 'interactive' && card ? null : this.malformed;
  },
};
