import process from 'node:process';
import fc from 'fast-check';

// Generated tests try the same cases in every run, so that a failure is a change of the code; FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_211_130) });
