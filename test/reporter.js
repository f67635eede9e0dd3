const { writeFileSync, writeSync } = require('node:fs');

const HANG_MS = 60_000;

/**
 * Ends the run with the line `N passed, N failed`. A suite that could not run counts as failed, and so does a run that
 * failed otherwise, say in the global teardown. What was skipped is added only if something was. Where
 * `OPSFLOW_TEST_REPORT` names a file, the suites that failed are written there for tools/run-tests.mjs.
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
    const { numPassedTests, numPendingTests, numTodoTests, success, testResults } = this.#results;
    const failed = this.#results.numFailedTests + this.#results.numRuntimeErrorTestSuites;
    const atLeast = code !== 0 || success === false ? 1 : 0;
    const skipped = numPendingTests + numTodoTests;
    this.#report({ passed: numPassedTests, failed, skipped, suites: testResults.filter(hasFailed).map(suiteOf) });
    // Not by process.stdout: when a global hook has thrown, jest disables it before it exits.
    writeSync(
      1,
      `${numPassedTests} passed, ${Math.max(failed, atLeast)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }

  #report(report) {
    const file = process.env.OPSFLOW_TEST_REPORT;
    if (file) writeFileSync(file, JSON.stringify(report));
  }

  #giveUp() {
    const handles = process.getActiveResourcesInfo().join(', ');
    process.stderr.write(`The tests ended a minute ago, but the process is kept alive by: ${handles}\n`);
    process.exit(1);
  }
};

function hasFailed({ numFailingTests, testExecError }) {
  return numFailingTests > 0 || testExecError !== undefined;
}

function suiteOf({ testFilePath, displayName, numPassingTests, numFailingTests }) {
  return {
    file: testFilePath,
    project: displayName?.name,
    passed: numPassingTests,
    failed: Math.max(numFailingTests, 1),
  };
}
