import { verdictOn } from '../../activities/mail/smtp-verdict';

const mailError = (about: object, message = 'went wrong') => Object.assign(new Error(message), about);
const reply = (responseCode: number, command: string, code = 'EENVELOPE') =>
  mailError({
    code,
    command,
    responseCode,
    response: `${responseCode} 5.1.1 no such user`,
    permanent: responseCode >= 500 && responseCode !== 503,
  });

test.each([
  ['the recipient is refused', reply(550, 'RCPT TO'), 'refused'],
  ['the message is refused', reply(554, 'DATA', 'EMESSAGE'), 'refused'],
  ['the message is too large', mailError({ code: 'EMESSAGE', command: 'MAIL FROM' }), 'refused'],
  ['the address is none', mailError({ code: 'EENVELOPE', command: 'API' }), 'refused'],
  ['the recipient is put off', reply(450, 'RCPT TO'), 'failed'],
  ['the message is put off', reply(451, 'DATA', 'EMESSAGE'), 'failed'],
  ['the server closes', reply(421, 'RCPT TO'), 'failed'],
  ['the session is out of order', reply(503, 'RCPT TO'), 'failed'],
  ['the sender is refused', reply(550, 'MAIL FROM'), 'failed'],
  ['the sign-in is refused', reply(535, 'AUTH PLAIN', 'EAUTH'), 'failed'],
  ['the server will have nothing of us', reply(554, 'CONN', 'EPROTOCOL'), 'failed'],
  ['nobody listens', mailError({ code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }), 'failed'],
  ['something else was thrown', 'a string', 'failed'],
])('%s', (_what, error, result) => {
  expect(verdictOn(error, false).result).toBe(result);
});

test('after the last dot only a reply makes it certain', () => {
  expect(verdictOn(mailError({ code: 'ECONNECTION', command: 'CONN' }), true).result).toBe('unknown');
  expect(verdictOn(mailError({ code: 'ETIMEDOUT', command: 'CONN' }), true).result).toBe('unknown');
  expect(verdictOn(reply(451, 'DATA', 'EMESSAGE'), true).result).toBe('failed');
  expect(verdictOn(reply(554, 'DATA', 'EMESSAGE'), true).result).toBe('refused');
});

test('the reply is kept on one short line', () => {
  const response = `550-first\r\n550 ${'x'.repeat(2000)}`;
  const { reply: kept } = verdictOn(mailError({ response, responseCode: 550, command: 'RCPT TO' }), false);
  expect(kept).toMatch(/^550-first 550 x+…$/);
  expect(kept).toHaveLength(300);
  expect(verdictOn(mailError({ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }), false).reply).toBe(
    'ECONNREFUSED went wrong',
  );
});
