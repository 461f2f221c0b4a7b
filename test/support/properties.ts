import fc from "fast-check";

// A property that fails looks for its smallest case, which may take many runs: it must tell what it has found before the test
// runs out of time. One that does not come to its end has failed too.
fc.configureGlobal({ interruptAfterTimeLimit: 150_000, markInterruptAsFailure: true });
