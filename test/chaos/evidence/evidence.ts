import type { CaptureRow, DeliveryRow, SubmissionRow } from './read-rows.js';
import type { SeenWorkflow } from './read-workflows.js';
import type { StoredObject } from './read-objects.js';
import type { ReceivedEvent } from './received-event.js';
import type { DownTime } from '../plan/plan-answers.js';
import type { ObservedSession } from '../session/observed-session.js';

/** Everything that anybody could know of a run once it is over. */
export interface Evidence {
  readonly sessions: readonly ObservedSession[];
  readonly submissions: readonly SubmissionRow[];
  readonly captures: readonly CaptureRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly events: readonly ReceivedEvent[];
  /** A partner session id for each time that its partner did not give a picture when it was asked. */
  readonly missedPictures: readonly string[];
  /** When no partner was asked, since none listened. */
  readonly partnerDown: readonly DownTime[];
  readonly workflows: readonly SeenWorkflow[];
  readonly objects: readonly StoredObject[];
  /** Of every object that was there before the sweep took away what nothing refers to. */
  readonly keysBeforeSweep: readonly string[];
  /** Whatever the platform has written for others to read than its partners. */
  readonly texts: readonly WrittenText[];
  /** What none of the texts may hold. */
  readonly personal: readonly PersonalValue[];
}

export interface WrittenText {
  /** For instance the name of a log. */
  readonly where: string;
  readonly text: string;
}

export interface PersonalValue {
  /** For instance `NIK`: the value itself is in no report. */
  readonly what: string;
  readonly value: string;
}
