import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './key';

/** A form on its way: one key until it has been accepted, and never two at once. */
export interface Submission<Body> {
  readonly submit: (body: Body) => void;
  readonly isUnderWay: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
}

/** Sends what a form holds. A second click while it is under way does nothing, and a repeat after a failure has the same key. */
export function useSubmission<Body, Answer>(
  send: (body: Body, key: string) => Promise<Answer>,
  told: { readonly done: (answer: Answer, body: Body) => void; readonly failed?: (error: Error) => void },
): Submission<Body> {
  const key = useRef<string>(null);
  const isUnderWay = useRef(false);
  const mutation = useMutation<Answer, Error, Body>({
    mutationFn: async (body) => await send(body, (key.current ??= newKey())),
    onSuccess: (answer, body) => {
      key.current = null;
      told.done(answer, body);
    },
    onError: (error) => told.failed?.(error),
    onSettled: () => void (isUnderWay.current = false),
  });
  return {
    submit: (body) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutation.mutate(body);
    },
    isUnderWay: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
