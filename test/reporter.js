const { writeSync } = require('node:fs');

const HANG_MS = 60_000;

/**
 * Ends the run with the line `N passed, N failed`. A suite that could not run counts as failed, and so does a run that
 * failed otherwise, say in the global teardown. What was skipped is added only if something was.
 */
module.exports = class FinalLine {
  #results;

  // The very last line can only be written on exit: jest's summary and the global teardown come after the reporters.
  onRunStart(results) {
    this.#results = results;
    process.once('exit', (code) => this.#write(code));
  }

  onRunComplete(_contexts, results) {
    this.#results = results;
    // Unreferenced, so it fires only if a handle that a test left open keeps the process alive.
    setTimeout(() => this.#giveUp(), HANG_MS).unref();
  }

  #write(code) {
    const { numPassedTests, numPendingTests, numTodoTests, success } = this.#results;
    const failed = this.#results.numFailedTests + this.#results.numRuntimeErrorTestSuites;
    const atLeast = code !== 0 || success === false ? 1 : 0;
    const skipped = numPendingTests + numTodoTests;
    // Not by process.stdout: when a global hook has thrown, jest disables it before it exits.
    writeSync(
      1,
      `${numPassedTests} passed, ${Math.max(failed, atLeast)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }

  #giveUp() {
    const handles = process.getActiveResourcesInfo().join(', ');
    process.stderr.write(`The tests ended a minute ago, but the process is kept alive by: ${handles}\n`);
    process.exit(1);
  }
};
