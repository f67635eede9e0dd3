import { hash, verify } from '@node-rs/argon2';
import { invalidAt } from '../http/invalid';

/** A hash of no password, made with the same costs as all others, so that an unknown account takes as long as a known one. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$iTF1e5ZCMqfzh7axqJk7Eg$FKfcOKPF31A+vK1XCebz7g67wqzjHnY8+CMOLYOPqPo';

/** The hash under which a password is stored. */
export async function passwordHash(password: string): Promise<string> {
  return await hash(password);
}

/** True when the password belongs to the hash; without a hash it takes the same time and is false. */
export async function isPasswordOf(storedHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(storedHash === null || storedHash === '' ? NOBODYS_HASH : storedHash, password);
  return isRight && storedHash !== null && storedHash !== '';
}

/** Refuses a password that is the user name itself. */
export function mustNotBeName(password: string, username: string, pointer: string): void {
  if (password.trim().toLowerCase() !== username) return;
  throw invalidAt(pointer, 'password-is-user-name');
}
