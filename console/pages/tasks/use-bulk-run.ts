import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Step } from '../../api/types';
import { useApi } from '../../api/use-api';
import { decideInTurn, isLeft, type Fate, type Order } from './in-turn';

/** Several decisions on their way, one after another. */
export interface BulkRun {
  readonly orders: readonly Order[];
  readonly fateOf: (order: Order) => Fate;
  readonly isUnderWay: boolean;
  readonly isStopping: boolean;
  readonly begin: (orders: readonly Order[]) => void;
  /** Sends what is left, under the keys that it had. */
  readonly goOn: () => void;
  /** After the one that is on its way. */
  readonly stop: () => void;
}

const WAITING: Fate = { state: 'waiting' };

/** Sends several decisions one after another and keeps how each fares; who leaves the page stops it. */
export function useBulkRun(): BulkRun {
  const client = useApi();
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const [orders, setOrders] = useState<readonly Order[]>([]);
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({});
  const [pace, setPace] = useState<'still' | 'underWay' | 'stopping'>('still');
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );

  const send = async ({ task, key, body }: Order) =>
    await client.post<Step>(`/tasks/${encodeURIComponent(task.id)}/complete`, body, key);
  const told = ({ task }: Order, fate: Fate) => setFates((before) => ({ ...before, [task.id]: fate }));
  const go = (some: readonly Order[]) => {
    isStopped.current = false;
    setPace('underWay');
    void decideInTurn(some, send, told, () => isStopped.current).then(() => {
      setPace('still');
      void queries.invalidateQueries();
    });
  };
  const fateOf = ({ task }: Order) => fates[task.id] ?? WAITING;

  return {
    orders,
    fateOf,
    isUnderWay: pace !== 'still',
    isStopping: pace === 'stopping',
    begin: (all) => {
      if (pace !== 'still') return;
      setOrders(all);
      go(all);
    },
    goOn: () => {
      if (pace === 'still') go(orders.filter((order) => isLeft(fateOf(order))));
    },
    stop: () => {
      isStopped.current = true;
      setPace('stopping');
    },
  };
}
