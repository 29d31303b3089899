import {
  ApplicationFailure,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { FailureType } from '../activities/failure-type.js';
import {
  RENEWAL_QUIET_MS,
  type KeyRenewalInput,
  type KeyRenewalPass,
} from '../contract/key-renewal.js';
import { keyRenewing } from './activity-proxies.js';
import { keyRenewedSignal } from './messages.js';

/**
 * Seals anew by a partner's youngest data key what older keys have sealed, until a whole pass finds
 * nothing of theirs, and retires them. Started anew or signalled again it does what is left, so a renewal
 * that was stopped anywhere goes on; a key that is made meanwhile gets its own passes.
 */
export async function keyRenewal({ partnerCode, pass }: KeyRenewalInput): Promise<void> {
  let signals = 0;
  setHandler(keyRenewedSignal, () => {
    signals += 1;
  });
  let done = pass === undefined ? null : await resealAndRetire(partnerCode, pass);
  for (;;) {
    const seen = signals;
    const dataKeyId = await keyRenewing.findSealingKey({ partnerCode });
    if (dataKeyId !== null && dataKeyId !== done) {
      setCurrentDetails('waits until nothing seals by an older key');
      await sleep(RENEWAL_QUIET_MS);
      done = await resealAndRetire(partnerCode, newPass(dataKeyId));
    } else if (signals === seen) return;
  }
}

function newPass(dataKeyId: string): KeyRenewalPass {
  return { dataKeyId, after: null, found: 0, unopened: 0 };
}

/** Answers the id of the key that seals everything now. */
async function resealAndRetire(partnerCode: string, begun: KeyRenewalPass): Promise<string> {
  const { dataKeyId } = begun;
  let pass = begun;
  for (;;) {
    const { found, unopened } = await resealAll(partnerCode, pass);
    if (unopened > 0 && found === unopened) refuseToRetire(unopened);
    if (found === 0) {
      const { isRetired } = await keyRenewing.retireOlderKeys({ partnerCode, dataKeyId });
      if (isRetired) return dataKeyId;
      await sleep(RENEWAL_QUIET_MS);
    }
    pass = newPass(dataKeyId);
  }
}

async function resealAll(partnerCode: string, begun: KeyRenewalPass): Promise<KeyRenewalPass> {
  let pass = begun;
  for (;;) {
    const { dataKeyId, after } = pass;
    const page = await keyRenewing.resealPage({ partnerCode, dataKeyId, after });
    pass = {
      dataKeyId,
      after: page.after,
      found: pass.found + page.found,
      unopened: pass.unopened + page.unopened,
    };
    setCurrentDetails(`${String(pass.found)} found in this pass that older keys have sealed`);
    if (page.after === null) return pass;
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof keyRenewal>({ partnerCode, pass });
    }
  }
}

/** Older keys are kept: what does not open now may when a lost key is back. */
function refuseToRetire(unopened: number): never {
  throw ApplicationFailure.nonRetryable(
    `${String(unopened)} sealed columns and objects do not open; no key was retired`,
    FailureType.SealBroken,
  );
}
