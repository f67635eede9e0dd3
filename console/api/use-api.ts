import { createContext, use } from 'react';
import type { Client } from './client';

/** Holds the client; its provider is the app. */
export const ApiContext = createContext<Client | null>(null);

/** The client of the API. */
export function useApi(): Client {
  const client = use(ApiContext);
  if (!client) throw new Error('there is no API here');
  return client;
}
