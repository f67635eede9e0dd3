import { createHmac } from 'node:crypto';
import type { Verdict } from '../outbox/send-state';
import { groupMessage, type GroupMessage } from './message';
import type { Speech, ToSay } from './speech';
import type { Posted } from './transport';
import { replyInShort, verdictByStatus } from './verdict';

type Answered = Extract<Posted, { kind: 'answered' }>;

/** 企业微信 takes 4,096 bytes of Markdown; a longer message is cut before its link. */
const WECOM_IN_BYTES = 4_096;
/** The codes by which robots say that they were sent too much: 企业微信, 钉钉 (three), 飞书 (three). */
const TOO_MUCH: readonly number[] = [45009, 130101, 410100, 90030, 11232, 230020, 99991400];
/** After that, 钉钉 answers nothing for ten minutes. */
export const AFTER_TOO_MUCH_IN_MS = 10 * 60_000;
const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Opsflow-Webhooks' };

/** A group robot of 企业微信: Markdown; its key is in the address [developer.work.weixin.qq.com/document/path/91770]. */
export const WECOM: Speech = {
  post(what) {
    const message = groupMessage(what.delivery, what.look, what.language);
    const content = withinBytes(message, WECOM_IN_BYTES, asWecomMarkdown);
    return postJson(what.url, { msgtype: 'markdown', markdown: { content } });
  },
  verdictOn: byCode('errcode'),
};

/** A group robot of 钉钉: Markdown, signed in the address [open.dingtalk.com, 自定义机器人安全设置]. */
export const DINGTALK: Speech = {
  post(what) {
    const message = groupMessage(what.delivery, what.look, what.language);
    const text = asMarkdown(message, '####');
    return postJson(signedUrl(what), { msgtype: 'markdown', markdown: { title: message.title, text } });
  },
  verdictOn: byCode('errcode'),
};

/** A group robot of 飞书: a card, signed in the body [open.feishu.cn, 自定义机器人使用指南]. */
export const FEISHU: Speech = {
  post(what) {
    const { title, sentence, facts, link } = groupMessage(what.delivery, what.look, what.language);
    const lines = [`**${plain(sentence)}**`, ...facts.map(([label, value]) => `${label}：${plain(value)}`)];
    const card = {
      config: { wide_screen_mode: true },
      header: { template: 'blue', title: { tag: 'plain_text', content: title } },
      elements: [
        { tag: 'div', text: { tag: 'lark_md', content: lines.join('\n') } },
        {
          tag: 'action',
          actions: [
            { tag: 'button', type: 'primary', text: { tag: 'plain_text', content: link.label }, url: link.url },
          ],
        },
      ],
    };
    return postJson(what.url, { ...signedBody(what), msg_type: 'interactive', card });
  },
  verdictOn: byCode('code', 'StatusCode'),
};

function postJson(url: URL, body: object) {
  return { url, headers: HEADERS, body: JSON.stringify(body) };
}

/** 钉钉: HMAC-SHA256 with the secret over the milliseconds and the secret, both in the address. */
function signedUrl({ url, secrets, now }: ToSay): URL {
  const [secret] = secrets;
  if (secret === undefined) return url;
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return signed;
}

/** 飞书: HMAC-SHA256 over nothing, with the seconds and the secret as its key. */
function signedBody({ secrets, now }: ToSay): object {
  const [secret] = secrets;
  if (secret === undefined) return {};
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

/** Robots answer 200 also where they refuse; the code in the answer decides, and what is no such answer did not come from one. */
function byCode(...names: readonly string[]) {
  return (answer: Answered): Verdict => {
    const byStatus = verdictByStatus(answer);
    if (byStatus.result !== 'sent') return byStatus;
    const code = codeIn(answer, names);
    const said = { reply: replyInShort(answer.body), status: answer.status };
    if (code === 0) return { result: 'sent', ...said };
    if (code === null) return { result: answer.isWhole ? 'failed' : 'unknown', ...said };
    return { result: 'failed', ...said, ...(TOO_MUCH.includes(code) ? { retryAfterInMs: AFTER_TOO_MUCH_IN_MS } : {}) };
  };
}

function codeIn({ body }: Answered, names: readonly string[]): number | null {
  try {
    const parsed = JSON.parse(body) as Readonly<Record<string, unknown>> | null;
    const code = names.map((name) => parsed?.[name]).find((value) => typeof value === 'number');
    return typeof code === 'number' ? code : null;
  } catch {
    return null;
  }
}

function asWecomMarkdown(message: GroupMessage): string {
  const { title, sentence, facts, link } = message;
  return [
    `**${plain(title)}**`,
    plain(sentence),
    ...facts.map(([label, value]) => `> ${label}：<font color="comment">${plain(value)}</font>`),
    `[${link.label}](${link.url})`,
  ].join('\n');
}

/** In the Markdown of 钉钉 a line ends only before an empty one. */
function asMarkdown({ title, sentence, facts, link }: GroupMessage, heading: string): string {
  return [
    `${heading} ${plain(title)}`,
    plain(sentence),
    ...facts.map(([label, value]) => `> ${label}：${plain(value)}`),
    `[${link.label}](${link.url})`,
  ].join('\n\n');
}

/** The message with as many of its facts as there is room for, the link always last. */
function withinBytes(message: GroupMessage, most: number, show: (message: GroupMessage) => string): string {
  const text = show(message);
  if (Buffer.byteLength(text) <= most || message.facts.length === 0) return text;
  return withinBytes({ ...message, facts: message.facts.slice(0, -1) }, most, show);
}

/** What people wrote stands as it is: no markup of theirs, and nobody of the group is called by it. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~@]/g, (sign) => FULL_WIDTH[sign] ?? sign).replaceAll('\n', ' ');
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '\\': '＼',
  '`': '｀',
  '*': '＊',
  _: '＿',
  '[': '［',
  ']': '］',
  '<': '＜',
  '>': '＞',
  '#': '＃',
  '|': '｜',
  '~': '～',
  '@': '＠',
};
