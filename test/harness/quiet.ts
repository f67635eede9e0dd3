import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Lets the SDK's replay workers say warnings only. */
export function quietRuntime(): void {
  Runtime.install({ logger: new DefaultLogger('WARN') });
}
