export interface paths {
  '/v1/coe/partner/authentication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a partner token
     * @description One token serves all your sessions. Keep it, renew it a minute before it ends, and once more when a call is answered with 401 and code `110`. More than 120 token calls a minute are answered 429. Numbers are strings here.
     */
    get: operations['getPartnerToken'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v2/coe/authentication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a user token (older SDKs)
     * @description For native SDKs that have no initiate: a token with which the app itself opens a submission. New integrations use initiate with `source=SDK`.
     */
    get: operations['getUserToken'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the keys that tokens are signed with
     * @description For who wants to check a token without asking. During a change of keys there are two; the token’s header says which in `kid`. May be kept for five minutes.
     */
    get: operations['getPublicKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/coe-partner/v1/initiate-flow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Initiate a session
     * @description Repeating the call with the same headers and body gives the same submission and a fresh launch URL or token. Members that are not listed are ignored; `null` and `""` count as not given.
     */
    post: operations['initiateFlow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/coe/v1/submissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get submission details
     * @description The verdict and what was read. Send either `x-submission-id`, or `x-partner-session-id` with `x-partner-user-id` and `x-partner-user-id-type`. With lenient headers, a setting of the operator, the session alone does. An onboarding-partner header is accepted and ignored. There is no need to poll: the callback tells.
     */
    get: operations['getSubmissionDetails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/coe-partner/v1/submissions/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the status and what to do next
     * @description With a user token every header but `x-submission-id` is needed, with a partner token `x-submission-id` or `x-partner-session-id`. Ask again after `pollAfterMs` until `nextAction` is not `null`.
     */
    get: operations['getSubmissionStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/coe-partner/v1/submissions/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a session
     * @description Ends an open submission with `ERROR` and `CANCELLED_BY_PARTNER`. Send either `x-submission-id`, or `x-partner-session-id` with `x-partner-user-id` and `x-partner-user-id-type`. No body.
     */
    post: operations['cancelSubmission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/coe-partner/v1/submissions/url': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get upload addresses
     * @description Where to PUT each picture that the open attempt asks for: JPEG, PNG or WebP, up to 10 MB, with the headers that are named. An app may send a burst behind the JPEG of a selfie, see `captureNonce` and the partner guide. Also at `/coe-partner/v1/submissions/urls`, `/coe-partner/v1/submissions-url`, `/coe/v1/submissions/url`, `/coe/v1/submissions/urls`, `/coe/v1/submissions-url`, `/submissions-url`.
     */
    get: operations['presignCaptures'];
    /**
     * Confirm the uploads
     * @description Judging begins. Confirming the same pictures again gives the same answer until the submission has ended; then it is 1557, and the status tells how. Also at `/coe-partner/v1/submissions/urls`, `/coe-partner/v1/submissions-url`, `/coe/v1/submissions/url`, `/coe/v1/submissions/urls`, `/coe/v1/submissions-url`, `/submissions-url`.
     */
    put: operations['confirmCaptures'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/coe-partner/v1/face-match': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Compare two faces
     * @description Selfie against document or selfie against selfie, without a person in front of a camera: nothing is said about liveness. Send the images themselves, within ten seconds and at most four calls at a time, or addresses of them. A session id of its own for each comparison; the same again gives the same answer.
     */
    post: operations['matchFaces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/launch/exchange': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange a launch token
     * @description Works once, or again for who lost the answer, see `repeatKey`. The answer also sets the cookie that `renew` goes by.
     */
    post: operations['exchangeLaunch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/launch/renew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Renew the user token from the cookie */
    post: operations['renewLaunch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/handoff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin a hand-off to a phone
     * @description By the device that began the session. A new one takes the place of the one before. No body.
     */
    post: operations['openHandoff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/handoff/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take over on the phone
     * @description Works once, or again for who lost the answer, see `repeatKey`. The answer also sets the cookie that `renew` goes by.
     */
    post: operations['claimHandoff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/handoff/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a hand-off, from either side
     * @description No body.
     */
    post: operations['endHandoff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/sdk/launch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open the capture app from a partner’s page
     * @description The one call that pages of other origins may make: the Web SDK, at an origin that is registered for the partner. With a token of `GET /v2/coe/authentication` it begins the submission. A `REDIRECT` needs both redirection addresses, of initiate or by default.
     */
    post: operations['launchForSdk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/web/v1/sdk/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open the session of a frame or popup
     * @description By the token that the Web SDK handed over. It sets no cookie.
     */
    post: operations['openSdkSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the partners */
    get: operations['listPartners'];
    put?: never;
    /**
     * Create a partner
     * @description Pass-key and callback secret are shown this once. `settings` is a JSON merge patch (RFC 7396) of `PartnerSettings`: what is left out stays, lists are replaced, `null` returns a member to its default.
     */
    post: operations['createPartner'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a partner */
    get: operations['showPartner'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a partner
     * @description `settings` is a JSON merge patch (RFC 7396) of `PartnerSettings`: what is left out stays, lists are replaced, `null` returns a member to its default.
     */
    patch: operations['changePartner'];
    trace?: never;
  };
  '/operator/v1/partners/{code}/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the keys of a partner */
    get: operations['listKeys'];
    put?: never;
    /**
     * Issue a key
     * @description The pass-key is shown this once. Earlier keys of the environment end after `overlapSeconds`.
     */
    post: operations['issueKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/keys/{clientId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a key
     * @description Its tokens end with it.
     */
    delete: operations['revokeKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the callback */
    get: operations['showCallback'];
    /**
     * Set the callback
     * @description What is left out stays as it is. Headers replace the stored ones and are never shown again. Enables a callback that a 410 has disabled.
     */
    put: operations['setCallback'];
    post?: never;
    /** Remove the callback */
    delete: operations['removeCallback'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/callback/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enable a callback that a 410 has disabled */
    post: operations['enableCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/callback/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate the callback secret
     * @description Shown this once. The one before signs as well until it is dropped.
     */
    post: operations['rotateCallbackSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/callback/secret/old': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Drop the callback secret that was replaced */
    delete: operations['dropOldCallbackSecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/callback/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a test message to the callback */
    post: operations['testCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/partners/{code}/reference-image': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show where reference images are asked for */
    get: operations['showReferenceImage'];
    /**
     * Set where reference images are asked for
     * @description What is left out stays as it is. Headers replace the stored ones and are never shown again.
     */
    put: operations['setReferenceImage'];
    post?: never;
    /** Ask for no reference images any more */
    delete: operations['removeReferenceImage'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List erasures and their proofs
     * @description Newest first: those that were requested, and those by retention.
     */
    get: operations['listErasures'];
    put?: never;
    /**
     * Erase a submission or a partner user
     * @description One submission, or all submissions and user grants of a partner user. A session in progress ends first with `ERROR` and `CANCELLED_BY_PARTNER`, and the partner is told. Asked again, the same erasures are answered. 409 while a legal hold stands against it: then nothing is erased.
     */
    post: operations['requestErasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/legal-holds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List legal holds
     * @description Newest first. Those that were released are in the audit log alone.
     */
    get: operations['listLegalHolds'];
    put?: never;
    /**
     * Place a legal hold
     * @description On a submission, or on a partner user with all submissions, later ones too. What is on hold is erased neither by retention nor by request. An erasure that has begun goes on: 409 where it takes all of the submission; others are named in the answer.
     */
    post: operations['placeLegalHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/legal-holds/{holdId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Release a legal hold
     * @description What has become overdue meanwhile is erased by the next sweep.
     */
    post: operations['releaseLegalHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List deliveries of callbacks
     * @description Newest first. `state=DEAD` lists the dead letters.
     */
    get: operations['listDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/deliveries/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver again
     * @description One submission, or every one whose newest delivery the filter fits.
     */
    post: operations['replayDeliveries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/submissions/{submissionId}/assessments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what the checks of a submission found
     * @description Scores and signs of every attempt, for whoever looks into a verdict. They name nobody.
     */
    get: operations['listAssessments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operator/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who has changed and seen what
     * @description Newest first. Each entry covers the one before by its hash: `kenali audit verify` goes through them all.
     */
    get: operations['listAuditEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  submissionEnded: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Callback: a submission has ended
     * @description Called when a submission is `COMPLETED` or `ERROR`, as a rule at `https://<your host>/coe/submissions-callback`. Delivered at least once and not in order. Any 2xx is delivered; redirects are not followed; 410 switches your callbacks off. Anything else, or no answer within 15 seconds, is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each varied by up to 20 %, and `Retry-After` is honoured. Method, address, static headers and payload are settings of the operator.
     */
    post: operations['submissionEnded'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  referenceImageAddress: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the reference image of a user
     * @description Called for Face Verification, and for KYC Lite when an address is configured, as a rule at `https://<your host>/coe/reference-image-url`. Address, method, `Authorization` and further headers are settings of the operator. Anything but 200 within five seconds is tried again twice; then the submission ends with `REFERENCE_IMAGE_UNAVAILABLE`. Private addresses are refused unless the operator allows yours.
     */
    get: operations['getReferenceImageUrl'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    InitiateFlow: {
      /**
       * @description What is asked of the person. `FACE_MATCH` has a call of its own.
       * @enum {string}
       */
      flow: 'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION';
      /**
       * @description `WEB_SDK` is answered with a launch URL, `SDK` with a user token.
       * @enum {string}
       */
      source: 'SDK' | 'WEB_SDK';
      /**
       * Format: uri
       * @description Where the browser goes at the end; of an origin that is registered for you. Needed for `WEB_SDK` unless the operator has set a default.
       */
      successRedirectionUrl?: string;
      /**
       * Format: uri
       * @description Where the browser goes at the end; of an origin that is registered for you. Needed for `WEB_SDK` unless the operator has set a default.
       */
      failureRedirectionUrl?: string;
      /**
       * @description `NO_PREFERENCE`, the default, follows the device.
       * @enum {string}
       */
      theme?: 'NO_PREFERENCE' | 'LIGHT_MODE' | 'DARK_MODE';
      /**
       * @description Language of the pages.
       * @enum {string}
       */
      userLocale?: 'id_ID' | 'en_ID' | 'en_US';
      additionalDetails?: {
        /** @description Smart QR on a device without a camera. */
        allowQr?: boolean;
        /** @description Smart QR always: pictures come from a phone alone. The operator’s default for you counts for `WEB_SDK` only. */
        forceQr?: boolean;
        /**
         * @description Language of the pages.
         * @enum {string}
         */
        userLocale?: 'id_ID' | 'en_ID' | 'en_US';
      };
    };
    ConfirmCaptures: {
      /** Format: uuid */
      submissionId: string;
      /** @description As presign told it. With it a repeated confirm has the same answer until the submission has ended; without it the attempt that is open is meant. */
      attempt?: number;
      /** @description How many movements the app can ask a person for in one recording. With 2 a challenge may name a second one, `then`; without it challenges name one. */
      maxMovements?: number;
      /** @description Accepted and not used. */
      metadata?: {
        [key: string]: unknown;
      } | null;
    };
    FaceMatchByAddress: {
      /**
       * Format: uri
       * @description Where we fetch the first image, over https.
       */
      selfieUrl: string;
      /**
       * Format: uri
       * @description Where we fetch the second image, over https.
       */
      referenceUrl: string;
    };
    FaceMatchByUpload: {
      /**
       * Format: binary
       * @description JPEG or PNG, up to 10 MB.
       */
      selfie: string;
      /**
       * Format: binary
       * @description JPEG or PNG, up to 10 MB.
       */
      reference: string;
    };
    /** @description With the payload `full`, which is the default. */
    FullCallback: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      submissionType:
        'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
      /** @description `x-partner-user-id` of initiate; empty once it is erased. */
      userId: string;
      /** @description `x-partner-user-id-type` of initiate. */
      userIdType: string;
      /** @description `x-partner-session-id` of initiate; empty once it is erased. */
      partnerSessionId: string;
      /** @enum {string} */
      status: 'COMPLETED' | 'ERROR';
      /** @description `null` while in progress and after an ERROR. */
      result: ('VALID' | 'INVALID') | null;
      /** @description Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`. */
      reasonCode: string | null;
      /**
       * @description Only of sandbox submissions: the outcome was forced, nobody was verified. Refuse it in production.
       * @constant
       */
      environment?: 'SANDBOX';
      /** Format: date-time */
      processedAt: string;
      /**
       * Format: date-time
       * @description Only of an erased submission: when pictures, fields and ids were erased. Status, reason and times stay.
       */
      erasedAt?: string;
      submissionDetails: components['schemas']['SubmissionDetails'];
    };
    /** @description Empty until the submission has ended. A member is there when the flow has it and its check was made. */
    SubmissionDetails: {
      ktpDetails?: components['schemas']['KtpDetails'];
      /** @description 0 to 1 for every field that was read; the others are absent. */
      ktpConfidence?: {
        [key: string]: number;
      };
      crossChecks?: components['schemas']['CrossChecks'];
      /** @description The signs that were measured. One that is absent was not looked for. */
      documentQuality?: {
        [key: string]: 'PASS' | 'FAIL';
      };
      /** @description The checks that were made. Faces that differ are told where the card was readable and the person living: of a blurred card it says nothing. */
      verificationResult?: {
        /** @enum {string} */
        document?: 'PASS' | 'FAIL';
        /** @enum {string} */
        liveness?: 'PASS' | 'FAIL';
        /**
         * @description Selfie against the card’s portrait; in flows without a card, against the reference image.
         * @enum {string}
         */
        faceMatch?: 'PASS' | 'FAIL';
        /**
         * @description KYC Lite with a reference image of yours: selfie against that as well.
         * @enum {string}
         */
        referenceMatch?: 'PASS' | 'FAIL';
      };
      /** @description 0 to 1, higher is more surely a living person. */
      livenessScore?: number;
      /** @description 0 to 1; 0.5 is the default operating point. */
      faceMatchScore?: number;
      /** @description 0 to 1; 0.5 is the default operating point. */
      referenceMatchScore?: number;
    };
    /** @description What is printed on the card. A field that is blank, a dash or not readable is `null`. */
    KtpDetails: {
      nik: string | null;
      name: string | null;
      placeOfBirth: string | null;
      dateOfBirth: string | null;
      gender: ('MALE' | 'FEMALE') | null;
      bloodType: ('A' | 'B' | 'AB' | 'O') | null;
      address: string | null;
      /** @description Three digits. */
      rt: string | null;
      /** @description Three digits. */
      rw: string | null;
      kelurahan: string | null;
      kecamatan: string | null;
      /** @description With its KABUPATEN or KOTA, as printed. */
      city: string | null;
      /** @description Without the word PROVINSI. */
      province: string | null;
      religion: string | null;
      maritalStatus: string | null;
      occupation: string | null;
      nationality: string | null;
      /** @description `SEUMUR HIDUP` or an ISO date. */
      validUntil: string | null;
      placeOfIssue: string | null;
      dateOfIssue: string | null;
    };
    /** @description What the fields of the card say about each other. `WARN` is worth a look and no proof of anything: people move, dates of birth are corrected, and a citizen’s card is valid past its date. Only `nikForm` can be `FAIL`: such a NIK cannot exist. A check is absent when what it compares was not read. More may be added. */
    CrossChecks: {
      [key: string]: 'PASS' | 'WARN' | 'FAIL';
    };
    /** @description With the payload `minimal`. */
    MinimalCallback: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      status: 'COMPLETED' | 'ERROR';
      result: ('VALID' | 'INVALID') | null;
      /** @description Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`. */
      reasonCode: string | null;
      /**
       * @description Only of sandbox submissions: the outcome was forced, nobody was verified. Refuse it in production.
       * @constant
       */
      environment?: 'SANDBOX';
    };
    /** @description Sent by hand; its submission does not exist. */
    TestCallback: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      status: 'COMPLETED' | 'ERROR';
      result: ('VALID' | 'INVALID') | null;
      /** @description Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`. */
      reasonCode: string | null;
      /**
       * @description Only of sandbox submissions: the outcome was forced, nobody was verified. Refuse it in production.
       * @constant
       */
      environment?: 'SANDBOX';
      /** @constant */
      test: true;
    };
    IssuedToken: {
      /** @description Send it as `x-onekyc-token`. */
      token: string;
      /** @description Its lifetime in seconds, as a string. */
      expiry_seconds: string;
      /** @description Unix seconds as a string. */
      expires_at: string;
    };
    Failure: {
      /** @constant */
      success: false;
      errors: {
        /** @description Decide by this and `cause`. */
        code: string;
        cause: string;
        /** @description For people; may change without notice. */
        message?: string;
        /** @description The header, query parameter or dotted body member that it is about. */
        field?: string;
      }[];
    };
    PublicKeySet: {
      keys: {
        kty: string;
        crv?: string;
        x?: string;
        y?: string;
        kid?: string;
        alg?: string;
        use?: string;
      }[];
    };
    Launch: {
      /**
       * Format: uri
       * @description Open it in the person’s browser. It works once; initiate again gives a fresh one.
       */
      launchUrl: string;
      /** @description Unix seconds as a string. */
      expires_at: string;
    };
    SubmissionRecord: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      submissionType:
        'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
      /** @description `x-partner-user-id` of initiate; empty once it is erased. */
      userId: string;
      /** @description `x-partner-user-id-type` of initiate. */
      userIdType: string;
      /** @description `x-partner-session-id` of initiate; empty once it is erased. */
      partnerSessionId: string;
      /** @enum {string} */
      status: 'IN_PROGRESS' | 'COMPLETED' | 'ERROR';
      /** @description `null` while in progress and after an ERROR. */
      result: ('VALID' | 'INVALID') | null;
      /** @description Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`. */
      reasonCode: string | null;
      /**
       * @description Only of sandbox submissions: the outcome was forced, nobody was verified. Refuse it in production.
       * @constant
       */
      environment?: 'SANDBOX';
      /** @description ISO 8601 in UTC; `null` while in progress. */
      processedAt: string | null;
      /**
       * Format: date-time
       * @description Only of an erased submission: when pictures, fields and ids were erased. Status, reason and times stay.
       */
      erasedAt?: string;
      submissionDetails: components['schemas']['SubmissionDetails'];
    };
    SubmissionStatusView: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      status: 'IN_PROGRESS' | 'COMPLETED' | 'ERROR';
      result: ('VALID' | 'INVALID') | null;
      /** @description `RETRY`: take again what `captures` names. `STATUS`: show the result. `EXIT`: leave without a result screen. `null`: ask again. */
      nextAction: ('RETRY' | 'STATUS' | 'EXIT') | null;
      /** @description Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`. */
      reasonCode: string | null;
      /** @description What the open attempt asks for; empty while one is judged and after the end. */
      captures: ('KTP' | 'SELFIE' | 'REFERENCE')[];
      /** @description Half of a key, another for each attempt: a capture app that keeps pictures on the device until they are sent locks them up with it. `null` when no picture is asked for. */
      captureLock: string | null;
      /** @description Not `null` whenever a movement is asked for, whatever `reasonCode` says: after an answer that could not be seen it comes with `FACE_DARK` and the like. */
      challenge: components['schemas']['Challenge'] | null;
      /** @description Which try the capture that was tried most is at; from 1 to `maxAttempts`. */
      attempt: number;
      maxAttempts: number;
      /** @description When to ask again, in milliseconds; `null` after the end. */
      pollAfterMs: number | null;
      /** @description The latest hand-off to a phone; `null` when there was none. */
      handoff: {
        /** @enum {string} */
        state: 'WAITING' | 'OPENED' | 'CAPTURED' | 'ENDED';
      } | null;
    };
    Challenge: {
      /** Format: uuid */
      nonce: string;
      /** @enum {string} */
      action: 'TURN_LEFT' | 'TURN_RIGHT' | 'NOD' | 'BLINK' | 'COME_CLOSER';
      /**
       * @description A second movement, after the first and with the face to the front between, in the same recording. Only for apps whose confirm said `maxMovements: 2`.
       * @enum {string}
       */
      then?: 'TURN_LEFT' | 'TURN_RIGHT' | 'NOD' | 'BLINK' | 'COME_CLOSER';
      /** Format: date-time */
      expiresAt: string;
      /** @description The same from this answer on, for devices whose clock is wrong. */
      expiresInMs: number;
    };
    SubmissionState: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      status: 'IN_PROGRESS' | 'COMPLETED' | 'ERROR';
    };
    UploadUrls: {
      /** Format: uuid */
      submissionId: string;
      /** @description Which these are for; name it in the confirm. */
      attempt: number;
      urls: {
        /** @enum {string} */
        documentType: 'KTP' | 'SELFIE' | 'REFERENCE';
        /** Format: uri */
        url: string;
        /** @constant */
        method: 'PUT';
        /** @description To be sent with the PUT. */
        headers: {
          [key: string]: string;
        };
        /** @description On a phone that took over: whether this picture is there already, from itself or from the device that handed over. Another replaces it. */
        uploaded?: boolean;
      }[];
      /** @description Unix seconds as a string. */
      expires_at: string;
      /** @description With `SELFIE` among the pictures. An app that sends frames behind the selfie names it in each of them; while a challenge is open it is the nonce of the challenge. */
      captureNonce?: string;
    };
    FaceMatch: {
      /** Format: uuid */
      submissionId: string;
      /** @enum {string} */
      status: 'COMPLETED' | 'ERROR';
      result: ('VALID' | 'INVALID') | null;
      /** @description An open list. */
      reasonCode: string | null;
      /** @description 0 to 1; 0.5 is the default operating point. Null when not measured. */
      faceMatchScore: number | null;
    };
    PendingFaceMatch: {
      /** Format: uuid */
      submissionId: string;
      /** @constant */
      status: 'IN_PROGRESS';
    };
    PartnerTheme: {
      light?: {
        accent?: string;
        onAccent?: string;
        surface?: string;
        ink?: string;
        highlight?: string;
      };
      dark?: {
        accent?: string;
        onAccent?: string;
        surface?: string;
        ink?: string;
        highlight?: string;
      };
      /** @enum {string} */
      font?: 'SYSTEM' | 'HUMANIST' | 'GEOMETRIC' | 'ROUNDED' | 'SERIF';
      radius?: number;
      logo?: string;
      brandName?: string;
    };
    PartnerSettings: {
      /**
       * @default [
       *       "KTP_SCAN",
       *       "KYC_LITE",
       *       "SELFIE_LIVENESS",
       *       "FACE_VERIFICATION",
       *       "FACE_MATCH"
       *     ]
       */
      flows: ('KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH')[];
      /**
       * @default KENALI
       * @enum {string}
       */
      resultScreen: 'KENALI' | 'PARTNER';
      /** @default null */
      successRedirectionUrl: string | null;
      /** @default null */
      failureRedirectionUrl: string | null;
      /** @default [] */
      redirectOrigins: string[];
      /**
       * @description Origins of pages that may show the capture app by the Web SDK: in a frame, in a popup or by going there. They are told how it went. Not those of redirectOrigins, which a browser may merely be sent to.
       * @default []
       */
      embedOrigins: string[];
      /** @description How the capture app looks: light and dark, each with accent, onAccent, surface, ink and highlight as #rrggbb; font (SYSTEM, HUMANIST, GEOMETRIC, ROUNDED, SERIF), radius (0 to 26), brandName and logo (a PNG or WebP of at most 24 KB as data:image/png;base64,…). Combinations that cannot be read are refused. A launch of the Web SDK can change it further. */
      theme: components['schemas']['PartnerTheme'];
      /** @default false */
      allowQr: boolean;
      /**
       * @description In browsers pictures come from a phone alone. An app (`SDK`) is held to it when its own session asks for it.
       * @default false
       */
      forceQr: boolean;
      /** @default [] */
      ipAllowList: string[];
      /** @default [] */
      privateNetworks: string[];
      /** @default 3 */
      maxAttempts: number;
      thresholds: {
        /** @default null */
        livenessScore: number | null;
        /** @default null */
        faceMatchScore: number | null;
      };
      /**
       * @description When a person has to answer a challenge in front of the camera. `IF_IN_DOUBT` asks only apps that send frames behind the selfie; `ALWAYS` asks everybody, also those whose app cannot answer.
       * @default IF_IN_DOUBT
       * @enum {string}
       */
      challenge: 'NEVER' | 'IF_IN_DOUBT' | 'ALWAYS';
      /**
       * @description A selfie that came in another submission of this partner before ends in `FRAUD_REJECT`, or is only recorded. `RECORD` is for demonstrations and tests with pictures that come again.
       * @default REJECT
       * @enum {string}
       */
      reusedSelfies: 'REJECT' | 'RECORD';
      /**
       * @description Whether the capture app offers to choose a picture from the device instead of taking one. It is a wish to the app: the service cannot tell where a picture came from.
       * @default true
       */
      allowFileUpload: boolean;
      lifetimes: {
        /** @default 3600 */
        partnerToken: number;
        /** @default 3600 */
        userToken: number;
        /** @default 1800 */
        launchToken: number;
        /** @default 600 */
        handoffCode: number;
        /** @default 600 */
        uploadUrl: number;
        /** @default 86400 */
        session: number;
      };
      /** @default 1200 */
      requestsPerMinute: number;
      /** @default false */
      lenientDetailsHeaders: boolean;
      /**
       * @description Days after the end until everything personal of a submission is erased: pictures, fields, ids, histories. Status, reason and times stay. A change holds for submissions that ended before it too.
       * @default 90
       */
      retentionDays: number;
      /**
       * @description Days after the end until the pictures are erased, where that is to be earlier; `null` for `retentionDays`.
       * @default null
       */
      imageRetentionDays: number | null;
    };
    Erasure: {
      /** Format: uuid */
      submissionId: string;
      partnerCode: string;
      /**
       * @description `IMAGES`: what is in the object store. `ALL`: everything personal.
       * @enum {string}
       */
      scope: 'IMAGES' | 'ALL';
      /** @enum {string} */
      rule: 'REQUEST' | 'RETENTION';
      retentionDays: number | null;
      requestId: string | null;
      /** Format: date-time */
      begunAt: string;
      completedAt: string | null;
      /** @description JWS in compact form (RFC 7515), signed by a key of `/.well-known/jwks.json`; `null` until everything was looked for again and is gone. */
      proof: string | null;
    };
    /** @description Of a hold on a partner user `submissionId` is `null`: the person is not named. */
    LegalHold: {
      /** Format: uuid */
      id: string;
      partnerCode: string;
      submissionId: string | null;
      reason: string;
      /** Format: date-time */
      placedAt: string;
    };
    /** @description A legal hold, with the erasures that had begun before and go on: the newest hundred. What they take is not kept; of `IMAGES` that is what is in the object store. */
    PlacedLegalHold: {
      /** Format: uuid */
      id: string;
      partnerCode: string;
      submissionId: string | null;
      reason: string;
      /** Format: date-time */
      placedAt: string;
      pendingErasures: {
        /** Format: uuid */
        submissionId: string;
        /** @enum {string} */
        scope: 'IMAGES' | 'ALL';
      }[];
    };
  };
  responses: {
    /** @description - **110** `UNAUTHORIZED`: The token, or client id and pass-key, is unknown, expired or revoked. Get a new token, once. Then check client id and pass-key. */
    UNAUTHORIZED: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows. */
    FORBIDDEN: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **429** `TOO_MANY_REQUESTS`: You, or the address that you call from, ask too often. Ask again after `Retry-After` seconds. Keep the partner token instead of asking anew. */
    TOO_MANY_REQUESTS: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **900** `GENERIC_SERVICE_ERROR`: Something failed on our side. Ask again after a pause. Tell the operator the error id in `message`. */
    GENERIC_SERVICE_ERROR: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **900** `GENERIC_SERVICE_ERROR`: Something behind the API is away or too slow. Ask again after `Retry-After` seconds. Repeating the call is safe. */
    SERVICE_UNAVAILABLE: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **413** `REQUEST_BODY_TOO_LARGE`: The body is larger than the call takes. Pictures go to the presigned addresses. */
    BODY_TOO_LARGE: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **415** `UNSUPPORTED_MEDIA_TYPE`: The body is of a type or encoding that the call does not take. Send what the call takes, in most cases `application/json`. */
    UNSUPPORTED_MEDIA_TYPE: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **1557** `SUBMISSION_ALREADY_FINISHED`: The submission has ended. Read the details. */
    SUBMISSION_ALREADY_FINISHED: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **408** `REQUEST_TIMEOUT`: The body took too long to arrive, and the connection was closed. Send smaller pictures, or addresses of them. */
    REQUEST_TIMEOUT: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator. */
    INVALID_VALUE: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **903** `HANDOFF_NOT_ALLOWED`: The submission was begun without Smart QR, a phone asks that took over itself, or the browser that shows the code would take over. Begin the session with `allowQr` or `forceQr`; open the code on another device. */
    HANDOFF_NOT_ALLOWED: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **404** `NOT_FOUND`: There is nothing at this address. Check method and path. */
    NOT_FOUND: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description - **409** `CONFLICT`: Operator API: what is there already, or is under way, stands against it. Read `message`, look at what is there, and decide anew. */
    CONFLICT: {
      headers: {
        'x-request-id': components['headers']['x-request-id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Name it when you ask the operator about a call. Yours, if you sent a UUID. */
    'x-request-id': string;
    /** @description Seconds to wait before asking again. */
    'Retry-After': string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getPartnerToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A partner token. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "token": "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
           *         "expiry_seconds": "3600",
           *         "expires_at": "1783336059"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['IssuedToken'];
          };
        };
      };
      /**
       * @description - **1539** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of a token call, of initiate or of a face match is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      403: components['responses']['FORBIDDEN'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  getUserToken: {
    parameters: {
      query?: never;
      header: {
        /** @description `PARTNER_CODE-PLATFORM-FLOW`, beginning with your own partner code. At most 255 characters of printable ASCII. */
        'x-onboarding-partner': string;
        /** @description Your id of the person. In the sandbox it can force an outcome. At most 255 characters of printable ASCII. */
        'x-partner-user-id': string;
        /** @description What kind of id that is; a label of your choice. At most 255 characters of printable ASCII. */
        'x-partner-user-id-type': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A user token. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "token": "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
           *         "expiry_seconds": "3600",
           *         "expires_at": "1783336059"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['IssuedToken'];
          };
        };
      };
      /**
       * @description - **1539** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of a token call, of initiate or of a face match is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **110** `ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT`: `x-onboarding-partner` names another partner. Send `PARTNER_CODE-PLATFORM-FLOW` with your own partner code.
       *     - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  getPublicKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A JSON Web Key Set, without an envelope. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "keys": [
           *         {
           *           "kty": "EC",
           *           "crv": "P-256",
           *           "x": "…",
           *           "y": "…",
           *           "kid": "1",
           *           "alg": "ES256",
           *           "use": "sig"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PublicKeySet'];
        };
      };
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  initiateFlow: {
    parameters: {
      query?: never;
      header: {
        /** @description `PARTNER_CODE-PLATFORM-FLOW`, beginning with your own partner code. At most 255 characters of printable ASCII. */
        'x-onboarding-partner': string;
        /** @description Your id of the person. In the sandbox it can force an outcome. At most 255 characters of printable ASCII. */
        'x-partner-user-id': string;
        /** @description What kind of id that is; a label of your choice. At most 255 characters of printable ASCII. */
        'x-partner-user-id-type': string;
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InitiateFlow'];
      };
    };
    responses: {
      /** @description With `WEB_SDK` a launch URL, with `SDK` a user token. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "launchUrl": "https://kyc.example/s/AAAAAAAAAAAAAAAAAAAAAA#t=one-time-token",
           *         "expires_at": "1783334259"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['IssuedToken'] | components['schemas']['Launch'];
          };
        };
      };
      /**
       * @description - **1539** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of a token call, of initiate or of a face match is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1540** `<NAME>_CAN_NOT_BE_EMPTY`: `WEB_SDK`, or a redirect of the Web SDK, without a redirection address, and you have no default. Send the address, or ask the operator to set a default.
       *     - **1540** `REFERENCE_IMAGE_NOT_CONFIGURED`: The flow compares with your reference image and we do not know where to get it. Ask the operator to set the address of your reference images.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **110** `ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT`: `x-onboarding-partner` names another partner. Send `PARTNER_CODE-PLATFORM-FLOW` with your own partner code.
       *     - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description - **1554** `PARTNER_SESSION_ID_ALREADY_USED`: The session was begun before, with another body or other headers. Use a new session id for a new session.
       *     - **1557** `SUBMISSION_ALREADY_FINISHED`: The submission has ended. Read the details.
       */
      409: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  getSubmissionDetails: {
    parameters: {
      query?: never;
      header?: {
        'x-submission-id'?: string;
        'x-partner-session-id'?: string;
        'x-partner-user-id'?: string;
        'x-partner-user-id-type'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The submission as it stands. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "submissionType": "KYC_LITE",
           *         "userId": "user-42",
           *         "userIdType": "SHOP_USER_ID",
           *         "partnerSessionId": "5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11",
           *         "status": "COMPLETED",
           *         "result": "VALID",
           *         "reasonCode": null,
           *         "processedAt": "2026-11-22T02:00:00.000Z",
           *         "submissionDetails": {
           *           "ktpDetails": {
           *             "nik": "0000000000000000",
           *             "name": "NAMA CONTOH",
           *             "placeOfBirth": "JAKARTA",
           *             "dateOfBirth": "1990-01-31",
           *             "gender": "FEMALE",
           *             "bloodType": null,
           *             "address": "JALAN CONTOH NO. 1",
           *             "rt": "001",
           *             "rw": "002",
           *             "kelurahan": "GAMBIR",
           *             "kecamatan": "GAMBIR",
           *             "city": "JAKARTA PUSAT",
           *             "province": "DKI JAKARTA",
           *             "religion": "ISLAM",
           *             "maritalStatus": "BELUM KAWIN",
           *             "occupation": "KARYAWAN SWASTA",
           *             "nationality": "WNI",
           *             "validUntil": "SEUMUR HIDUP",
           *             "placeOfIssue": null,
           *             "dateOfIssue": null
           *           },
           *           "ktpConfidence": {
           *             "nik": 0.99,
           *             "name": 0.98,
           *             "dateOfBirth": 0.99
           *           },
           *           "documentQuality": {
           *             "blur": "PASS",
           *             "glare": "PASS"
           *           },
           *           "verificationResult": {
           *             "document": "PASS",
           *             "liveness": "PASS",
           *             "faceMatch": "PASS"
           *           },
           *           "livenessScore": 0.98,
           *           "faceMatchScore": 0.91
           *         }
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['SubmissionRecord'];
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       *     - **1553** `PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER`: The session was begun for another user id or type. Send the user id and type of initiate.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      403: components['responses']['FORBIDDEN'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  getSubmissionStatus: {
    parameters: {
      query?: never;
      header?: {
        'x-partner-session-id'?: string;
        'x-sdk-session-id'?: string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the submission is. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "status": "IN_PROGRESS",
           *         "result": null,
           *         "nextAction": "RETRY",
           *         "reasonCode": "KTP_BLURRY",
           *         "captures": [
           *           "KTP"
           *         ],
           *         "captureLock": "n0B7cQ4Xy2Wl9sVbUe5RkTzHgFdMpAoI3jLxCq8vYt1",
           *         "attempt": 2,
           *         "maxAttempts": 3,
           *         "pollAfterMs": 1000,
           *         "handoff": null,
           *         "challenge": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['SubmissionStatusView'];
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       *     - **1553** `PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER`: The session was begun for another user id or type. Send the user id and type of initiate.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      403: components['responses']['FORBIDDEN'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  cancelSubmission: {
    parameters: {
      query?: never;
      header?: {
        'x-submission-id'?: string;
        'x-partner-session-id'?: string;
        'x-partner-user-id'?: string;
        'x-partner-user-id-type'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Asked for, with the status that the submission had until now. The callback tells how it ended: what was just decided stays decided. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "status": "IN_PROGRESS"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['SubmissionState'];
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       *     - **1553** `PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER`: The session was begun for another user id or type. Send the user id and type of initiate.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      403: components['responses']['FORBIDDEN'];
      409: components['responses']['SUBMISSION_ALREADY_FINISHED'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  presignCaptures: {
    parameters: {
      query: {
        /** @description The flow of initiate. */
        submissionType:
          'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
      };
      header: {
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
        /** @description The app’s own, the same for all its calls about one session. At most 255 characters of printable ASCII. */
        'x-sdk-session-id': string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One address a picture. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "attempt": 1,
           *         "urls": [
           *           {
           *             "documentType": "KTP",
           *             "url": "https://storage.example/captures/1",
           *             "method": "PUT",
           *             "headers": {
           *               "Content-Type": "image/jpeg"
           *             }
           *           }
           *         ],
           *         "expires_at": "1783333059"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['UploadUrls'];
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       *     - **1540** `REFERENCE_IMAGE_NOT_CONFIGURED`: The flow compares with your reference image and we do not know where to get it. Ask the operator to set the address of your reference images.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       *     - **903** `HANDOFF_REQUIRED`: The submission was begun with `forceQr`, and the device that began it sends pictures. Hand over to a phone: it alone may send pictures.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description - **1556** `ATTEMPT_ALREADY_CONFIRMED`: The attempt is being judged, or was confirmed before with other pictures. Ask for the status. Another picture needs a RETRY.
       *     - **1557** `SUBMISSION_ALREADY_FINISHED`: The submission has ended. Read the details.
       *     - **1559** `HANDOFF_IN_PROGRESS`: A phone has taken over and alone may send pictures. Wait for the phone, or end the hand-off.
       *     - **1554** `PARTNER_SESSION_ID_ALREADY_USED`: The session was begun before, with another body or other headers. Use a new session id for a new session.
       */
      409: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  confirmCaptures: {
    parameters: {
      query?: never;
      header: {
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
        /** @description The app’s own, the same for all its calls about one session. At most 255 characters of printable ASCII. */
        'x-sdk-session-id': string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "submissionId": "0198c7f0-0000-7000-8000-000000000001"
         *     }
         */
        'application/json': components['schemas']['ConfirmCaptures'];
      };
    };
    responses: {
      /** @description Taken. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "status": "IN_PROGRESS"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['SubmissionState'];
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       *     - **1555** `DOCUMENT_NOT_UPLOADED`: A picture that is confirmed is not there; `field` names it. Put the picture, then confirm again.
       *     - **1558** `DOCUMENT_TOO_LARGE`: A picture has more than 10 MB; `field` names it. Put a smaller one, then confirm again.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       *     - **903** `HANDOFF_REQUIRED`: The submission was begun with `forceQr`, and the device that began it sends pictures. Hand over to a phone: it alone may send pictures.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description - **1556** `ATTEMPT_ALREADY_CONFIRMED`: The attempt is being judged, or was confirmed before with other pictures. Ask for the status. Another picture needs a RETRY.
       *     - **1557** `SUBMISSION_ALREADY_FINISHED`: The submission has ended. Read the details.
       *     - **1559** `HANDOFF_IN_PROGRESS`: A phone has taken over and alone may send pictures. Wait for the phone, or end the hand-off.
       */
      409: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  matchFaces: {
    parameters: {
      query?: never;
      header: {
        /** @description `PARTNER_CODE-PLATFORM-FLOW`, beginning with your own partner code. At most 255 characters of printable ASCII. */
        'x-onboarding-partner': string;
        /** @description Your id of the person. In the sandbox it can force an outcome. At most 255 characters of printable ASCII. */
        'x-partner-user-id': string;
        /** @description What kind of id that is; a label of your choice. At most 255 characters of printable ASCII. */
        'x-partner-user-id-type': string;
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "selfieUrl": "https://shop.example/images/1.jpg?signature=abc",
         *       "referenceUrl": "https://shop.example/images/2.jpg?signature=abc"
         *     }
         */
        'application/json': components['schemas']['FaceMatchByAddress'];
        'multipart/form-data': components['schemas']['FaceMatchByUpload'];
      };
    };
    responses: {
      /** @description Compared within ten seconds. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "status": "COMPLETED",
           *         "result": "VALID",
           *         "reasonCode": null,
           *         "faceMatchScore": 0.91
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['FaceMatch'];
          };
        };
      };
      /** @description Takes longer: wait for the callback, or send the same again. */
      202: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "status": "IN_PROGRESS"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['PendingFaceMatch'];
          };
        };
      };
      /**
       * @description - **1539** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of a token call, of initiate or of a face match is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1558** `DOCUMENT_TOO_LARGE`: A picture has more than 10 MB; `field` names it. Put a smaller one, then confirm again.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **110** `ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT`: `x-onboarding-partner` names another partner. Send `PARTNER_CODE-PLATFORM-FLOW` with your own partner code.
       *     - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      408: components['responses']['REQUEST_TIMEOUT'];
      /**
       * @description - **1554** `PARTNER_SESSION_ID_ALREADY_USED`: The session was begun before, with another body or other headers. Use a new session id for a new session.
       *     - **1557** `SUBMISSION_ALREADY_FINISHED`: The submission has ended. Read the details.
       */
      409: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  exchangeLaunch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "publicId": "AAAAAAAAAAAAAAAAAAAAAA",
         *       "token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         */
        'application/json': {
          publicId: string;
          token: string;
          /** @description Drawn by the browser. Who lost the answer has it again for ten minutes by the same token or code with the same key. */
          repeatKey?: string;
        };
      };
    };
    responses: {
      /** @description The session of this browser. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "userToken": "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
           *         "expiresAt": "2026-11-22T03:00:00.000Z",
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "partnerSessionId": "5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11",
           *         "flow": "KYC_LITE",
           *         "captures": [
           *           "KTP",
           *           "SELFIE"
           *         ],
           *         "userLocale": "id_ID",
           *         "theme": "NO_PREFERENCE",
           *         "partnerTheme": {
           *           "light": {
           *             "accent": "#0f5c57"
           *           },
           *           "radius": 14,
           *           "brandName": "Toko Contoh"
           *         },
           *         "resultScreen": "KENALI",
           *         "allowFileUpload": true,
           *         "redirect": {
           *           "success": "https://shop.example/verified",
           *           "failure": "https://shop.example/not-verified"
           *         },
           *         "role": "PRIMARY",
           *         "qr": {
           *           "allowed": false,
           *           "forced": false
           *         }
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              userToken: string;
              /** Format: date-time */
              expiresAt: string;
              /** Format: uuid */
              submissionId: string;
              partnerSessionId: string;
              /** @enum {string} */
              flow:
                'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
              captures: ('KTP' | 'SELFIE' | 'REFERENCE')[];
              userLocale: string;
              theme: string;
              partnerTheme: components['schemas']['PartnerTheme'];
              /** @enum {string} */
              resultScreen: 'KENALI' | 'PARTNER';
              redirect: {
                success: string | null;
                failure: string | null;
              };
              /** @enum {string} */
              role: 'PRIMARY' | 'HANDOFF';
              qr: {
                allowed: boolean;
                forced: boolean;
              };
              allowFileUpload: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      /**
       * @description - **110** `LAUNCH_TOKEN_INVALID`: The launch address opens nothing. Repeat initiate for a fresh launch address.
       *     - **110** `LAUNCH_TOKEN_EXPIRED`: The launch address was not opened in time. Repeat initiate for a fresh launch address.
       *     - **110** `LAUNCH_TOKEN_ALREADY_USED`: The launch address was opened before, in another browser. Repeat initiate for a fresh launch address.
       */
      401: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  renewLaunch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "publicId": "AAAAAAAAAAAAAAAAAAAAAA"
         *     }
         */
        'application/json': {
          publicId: string;
        };
      };
    };
    responses: {
      /** @description The session of this browser. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "userToken": "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
           *         "expiresAt": "2026-11-22T03:00:00.000Z",
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "partnerSessionId": "5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11",
           *         "flow": "KYC_LITE",
           *         "captures": [
           *           "KTP",
           *           "SELFIE"
           *         ],
           *         "userLocale": "id_ID",
           *         "theme": "NO_PREFERENCE",
           *         "partnerTheme": {
           *           "light": {
           *             "accent": "#0f5c57"
           *           },
           *           "radius": 14,
           *           "brandName": "Toko Contoh"
           *         },
           *         "resultScreen": "KENALI",
           *         "allowFileUpload": true,
           *         "redirect": {
           *           "success": "https://shop.example/verified",
           *           "failure": "https://shop.example/not-verified"
           *         },
           *         "role": "PRIMARY",
           *         "qr": {
           *           "allowed": false,
           *           "forced": false
           *         }
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              userToken: string;
              /** Format: date-time */
              expiresAt: string;
              /** Format: uuid */
              submissionId: string;
              partnerSessionId: string;
              /** @enum {string} */
              flow:
                'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
              captures: ('KTP' | 'SELFIE' | 'REFERENCE')[];
              userLocale: string;
              theme: string;
              partnerTheme: components['schemas']['PartnerTheme'];
              /** @enum {string} */
              resultScreen: 'KENALI' | 'PARTNER';
              redirect: {
                success: string | null;
                failure: string | null;
              };
              /** @enum {string} */
              role: 'PRIMARY' | 'HANDOFF';
              qr: {
                allowed: boolean;
                forced: boolean;
              };
              allowFileUpload: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      /**
       * @description - **110** `LAUNCH_SESSION_INVALID`: This browser has no open session with the submission. Repeat initiate for a fresh launch address.
       *     - **110** `HANDOFF_ENDED`: The hand-off to this phone is over. Go on with the first device.
       */
      401: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  openHandoff: {
    parameters: {
      query?: never;
      header: {
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
        /** @description The app’s own, the same for all its calls about one session. At most 255 characters of printable ASCII. */
        'x-sdk-session-id': string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the QR picture says. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "handoffId": "0198c7f0-0000-7000-8000-000000000001",
           *         "handoffUrl": "https://kyc.example/s/AAAAAAAAAAAAAAAAAAAAAA#h=one-time-code",
           *         "expiresAt": "2026-11-22T02:10:00.000Z",
           *         "expiresInSeconds": 600
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** Format: uuid */
              handoffId: string;
              /** Format: uri */
              handoffUrl: string;
              /** Format: date-time */
              expiresAt: string;
              expiresInSeconds: number;
            };
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       *     - **903** `HANDOFF_NOT_ALLOWED`: The submission was begun without Smart QR, a phone asks that took over itself, or the browser that shows the code would take over. Begin the session with `allowQr` or `forceQr`; open the code on another device.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      409: components['responses']['SUBMISSION_ALREADY_FINISHED'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  claimHandoff: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "publicId": "AAAAAAAAAAAAAAAAAAAAAA",
         *       "code": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         */
        'application/json': {
          publicId: string;
          code: string;
          /** @description Drawn by the browser. Who lost the answer has it again for ten minutes by the same token or code with the same key. */
          repeatKey?: string;
        };
      };
    };
    responses: {
      /** @description The session of the phone. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "userToken": "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl",
           *         "expiresAt": "2026-11-22T03:00:00.000Z",
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "partnerSessionId": "5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11",
           *         "flow": "KYC_LITE",
           *         "captures": [
           *           "KTP",
           *           "SELFIE"
           *         ],
           *         "userLocale": "id_ID",
           *         "theme": "NO_PREFERENCE",
           *         "partnerTheme": {
           *           "light": {
           *             "accent": "#0f5c57"
           *           },
           *           "radius": 14,
           *           "brandName": "Toko Contoh"
           *         },
           *         "resultScreen": "KENALI",
           *         "allowFileUpload": true,
           *         "redirect": {
           *           "success": "https://shop.example/verified",
           *           "failure": "https://shop.example/not-verified"
           *         },
           *         "role": "HANDOFF",
           *         "qr": {
           *           "allowed": false,
           *           "forced": false
           *         }
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              userToken: string;
              /** Format: date-time */
              expiresAt: string;
              /** Format: uuid */
              submissionId: string;
              partnerSessionId: string;
              /** @enum {string} */
              flow:
                'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
              captures: ('KTP' | 'SELFIE' | 'REFERENCE')[];
              userLocale: string;
              theme: string;
              partnerTheme: components['schemas']['PartnerTheme'];
              /** @enum {string} */
              resultScreen: 'KENALI' | 'PARTNER';
              redirect: {
                success: string | null;
                failure: string | null;
              };
              /** @enum {string} */
              role: 'PRIMARY' | 'HANDOFF';
              qr: {
                allowed: boolean;
                forced: boolean;
              };
              allowFileUpload: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      /**
       * @description - **110** `HANDOFF_CODE_INVALID`: The QR picture opens nothing. Scan the one that the first device shows.
       *     - **110** `HANDOFF_CODE_EXPIRED`: The QR picture was not scanned in time, or a newer one took its place. Scan the one that the first device shows, or ask for a new one there.
       *     - **110** `HANDOFF_CODE_ALREADY_USED`: Another phone has used the QR picture. Ask for a new one on the first device.
       */
      401: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      403: components['responses']['HANDOFF_NOT_ALLOWED'];
      409: components['responses']['SUBMISSION_ALREADY_FINISHED'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  endHandoff: {
    parameters: {
      query?: never;
      header: {
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
        /** @description The app’s own, the same for all its calls about one session. At most 255 characters of printable ASCII. */
        'x-sdk-session-id': string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended; `null` when there was none. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "handoff": {
           *           "state": "ENDED"
           *         }
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              handoff: {
                /** @enum {string} */
                state: 'WAITING' | 'OPENED' | 'CAPTURED' | 'ENDED';
              } | null;
            };
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       *     - **903** `HANDOFF_NOT_ALLOWED`: The submission was begun without Smart QR, a phone asks that took over itself, or the browser that shows the code would take over. Begin the session with `allowQr` or `forceQr`; open the code on another device.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      409: components['responses']['SUBMISSION_ALREADY_FINISHED'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  launchForSdk: {
    parameters: {
      query?: never;
      header: {
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
        /** @description The app’s own, the same for all its calls about one session. At most 255 characters of printable ASCII. */
        'x-sdk-session-id': string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "flow": "KTP_SCAN",
         *       "mode": "OVERLAY"
         *     }
         */
        'application/json': {
          /**
           * @description The flow that the token was got for.
           * @enum {string}
           */
          flow: 'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION';
          /**
           * @description `REDIRECT` is answered with a one-time launch URL; the others with one that opens nothing without the user token, which the SDK hands over by message.
           * @enum {string}
           */
          mode: 'REDIRECT' | 'OVERLAY' | 'POPUP';
        };
      };
    };
    responses: {
      /** @description Where the capture app is. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "launchUrl": "https://kyc.example/s/AAAAAAAAAAAAAAAAAAAAAA?embed=https%3A%2F%2Fshop.example"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** Format: uuid */
              submissionId: string;
              /** Format: uri */
              launchUrl: string;
            };
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       *     - **1540** `<NAME>_CAN_NOT_BE_EMPTY`: `WEB_SDK`, or a redirect of the Web SDK, without a redirection address, and you have no default. Send the address, or ask the operator to set a default.
       *     - **1540** `REFERENCE_IMAGE_NOT_CONFIGURED`: The flow compares with your reference image and we do not know where to get it. Ask the operator to set the address of your reference images.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       *     - **903** `EMBED_ORIGIN_NOT_REGISTERED`: The page that runs the Web SDK is of an origin that is not registered for you. Ask the operator to add it to your `embedOrigins`.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      /**
       * @description - **1554** `PARTNER_SESSION_ID_ALREADY_USED`: The session was begun before, with another body or other headers. Use a new session id for a new session.
       *     - **1557** `SUBMISSION_ALREADY_FINISHED`: The submission has ended. Read the details.
       */
      409: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  openSdkSession: {
    parameters: {
      query?: never;
      header: {
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
        /** @description The app’s own, the same for all its calls about one session. At most 255 characters of printable ASCII. */
        'x-sdk-session-id': string;
        'x-submission-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "publicId": "AAAAAAAAAAAAAAAAAAAAAA",
         *       "embedOrigin": "https://shop.example"
         *     }
         */
        'application/json': {
          publicId: string;
          embedOrigin: string;
        };
      };
    };
    responses: {
      /** @description The session, without a token of its own. */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "partnerSessionId": "5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11",
           *         "flow": "KYC_LITE",
           *         "captures": [
           *           "KTP",
           *           "SELFIE"
           *         ],
           *         "userLocale": "id_ID",
           *         "theme": "NO_PREFERENCE",
           *         "partnerTheme": {
           *           "light": {
           *             "accent": "#0f5c57"
           *           },
           *           "radius": 14,
           *           "brandName": "Toko Contoh"
           *         },
           *         "resultScreen": "KENALI",
           *         "allowFileUpload": true,
           *         "redirect": {
           *           "success": null,
           *           "failure": null
           *         },
           *         "role": "PRIMARY",
           *         "qr": {
           *           "allowed": false,
           *           "forced": false
           *         }
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** Format: uuid */
              submissionId: string;
              partnerSessionId: string;
              /** @enum {string} */
              flow:
                'KTP_SCAN' | 'KYC_LITE' | 'SELFIE_LIVENESS' | 'FACE_VERIFICATION' | 'FACE_MATCH';
              captures: ('KTP' | 'SELFIE' | 'REFERENCE')[];
              userLocale: string;
              theme: string;
              partnerTheme: components['schemas']['PartnerTheme'];
              /** @enum {string} */
              resultScreen: 'KENALI' | 'PARTNER';
              redirect: {
                success: string | null;
                failure: string | null;
              };
              /** @enum {string} */
              role: 'PRIMARY' | 'HANDOFF';
              qr: {
                allowed: boolean;
                forced: boolean;
              };
              allowFileUpload: boolean;
            };
          };
        };
      };
      /**
       * @description - **1550** `<NAME>_CAN_NOT_BE_EMPTY`: A header or member of any other call is missing. Send what `field` names.
       *     - **1540** `INVALID_<NAME>`: A header or member has a value that is not allowed, or not allowed to you. Correct what `field` names. Flows and redirection origins are set by the operator.
       *     - **1552** `SUBMISSION_DOES_NOT_EXIST`: No submission of yours has this id or session. Check the id. Those of other partners do not exist for you.
       */
      400: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['UNAUTHORIZED'];
      /**
       * @description - **903** `FORBIDDEN`: The token is of the other kind or of another submission, or the address that you call from is not allowed. Use the token that the call asks for, from an address that the operator knows.
       *     - **903** `EMBED_ORIGIN_NOT_REGISTERED`: The page that runs the Web SDK is of an origin that is not registered for you. Ask the operator to add it to your `embedOrigins`.
       */
      403: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listPartners: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the partners */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "partners": [
           *           {
           *             "code": "SHOP",
           *             "name": "Toko Contoh",
           *             "createdAt": "2026-11-22T02:00:00.000Z",
           *             "areSettingsReadable": true
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              partners: {
                code: string;
                name: string;
                /** Format: date-time */
                createdAt: string;
                /** @description False where another version has stored an `ipAllowList` or `flows` of which this one can read no entry: calls of the partner fail until they are given anew. */
                areSettingsReadable: boolean;
              }[];
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  createPartner: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "SHOP",
         *       "name": "Toko Contoh",
         *       "settings": {
         *         "redirectOrigins": [
         *           "https://shop.example"
         *         ]
         *       },
         *       "callback": {
         *         "url": "https://shop.example/coe/submissions-callback"
         *       }
         *     }
         */
        'application/json': {
          code: string;
          name?: string;
          settings?: {
            [key: string]: unknown;
          };
          callback?: {
            /** Format: uri */
            url: string;
            /** @enum {string} */
            method?: 'POST' | 'PUT' | 'PATCH';
            /** @enum {string} */
            payload?: 'minimal' | 'full';
            headers?: {
              [key: string]: string;
            };
            authorization?:
              | {
                  basic: {
                    username: string;
                    password: string;
                  };
                }
              | {
                  bearer: string;
                };
          };
        };
      };
    };
    responses: {
      /** @description Create a partner */
      201: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "code": "SHOP",
           *         "clientId": "0198c7f0-0000-7000-8000-00000000000a",
           *         "passKey": "00000000-0000-4000-8000-000000000000",
           *         "environment": "PRODUCTION",
           *         "callbackSecret": "whsec_AAAA"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              code: string;
              /** Format: uuid */
              clientId: string;
              /** Format: uuid */
              passKey: string;
              /** @enum {string} */
              environment: 'PRODUCTION' | 'SANDBOX';
              callbackSecret: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  showPartner: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show a partner */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "code": "SHOP",
           *         "name": "Toko Contoh",
           *         "createdAt": "2026-11-22T02:00:00.000Z",
           *         "settings": {
           *           "flows": [
           *             "KTP_SCAN",
           *             "KYC_LITE",
           *             "SELFIE_LIVENESS",
           *             "FACE_VERIFICATION",
           *             "FACE_MATCH"
           *           ],
           *           "resultScreen": "KENALI",
           *           "successRedirectionUrl": null,
           *           "failureRedirectionUrl": null,
           *           "redirectOrigins": [
           *             "https://shop.example"
           *           ],
           *           "embedOrigins": [],
           *           "theme": {},
           *           "allowQr": false,
           *           "forceQr": false,
           *           "ipAllowList": [],
           *           "privateNetworks": [],
           *           "maxAttempts": 3,
           *           "thresholds": {
           *             "livenessScore": null,
           *             "faceMatchScore": null
           *           },
           *           "challenge": "IF_IN_DOUBT",
           *           "reusedSelfies": "REJECT",
           *           "allowFileUpload": true,
           *           "lifetimes": {
           *             "partnerToken": 3600,
           *             "userToken": 3600,
           *             "launchToken": 1800,
           *             "handoffCode": 600,
           *             "uploadUrl": 600,
           *             "session": 86400
           *           },
           *           "requestsPerMinute": 1200,
           *           "lenientDetailsHeaders": false,
           *           "retentionDays": 90,
           *           "imageRetentionDays": null
           *         },
           *         "keys": [
           *           {
           *             "clientId": "0198c7f0-0000-7000-8000-00000000000a",
           *             "environment": "PRODUCTION",
           *             "createdAt": "2026-11-22T02:00:00.000Z",
           *             "revokedAt": null
           *           }
           *         ],
           *         "callback": null,
           *         "referenceImage": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              code: string;
              name: string;
              /** Format: date-time */
              createdAt: string;
              settings: components['schemas']['PartnerSettings'];
              keys: {
                /** Format: uuid */
                clientId: string;
                /** @enum {string} */
                environment: 'PRODUCTION' | 'SANDBOX';
                /** Format: date-time */
                createdAt: string;
                revokedAt: string | null;
              }[];
              callback: {
                url: string;
                /** @enum {string} */
                method: 'POST' | 'PUT' | 'PATCH';
                /** @enum {string} */
                payload: 'minimal' | 'full';
                headerNames: string[];
                isRotatingSecret: boolean;
                isDisabled: boolean;
              } | null;
              referenceImage: {
                url: string;
                /** @enum {string} */
                method: 'GET' | 'POST';
                headerNames: string[];
                imageHosts: string[];
              } | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  changePartner: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "settings": {
         *         "maxAttempts": 5
         *       }
         *     }
         */
        'application/json': {
          name?: string;
          settings?: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description Change a partner */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "code": "SHOP",
           *         "name": "Toko Contoh",
           *         "createdAt": "2026-11-22T02:00:00.000Z",
           *         "settings": {
           *           "flows": [
           *             "KTP_SCAN",
           *             "KYC_LITE",
           *             "SELFIE_LIVENESS",
           *             "FACE_VERIFICATION",
           *             "FACE_MATCH"
           *           ],
           *           "resultScreen": "KENALI",
           *           "successRedirectionUrl": null,
           *           "failureRedirectionUrl": null,
           *           "redirectOrigins": [
           *             "https://shop.example"
           *           ],
           *           "embedOrigins": [],
           *           "theme": {},
           *           "allowQr": false,
           *           "forceQr": false,
           *           "ipAllowList": [],
           *           "privateNetworks": [],
           *           "maxAttempts": 3,
           *           "thresholds": {
           *             "livenessScore": null,
           *             "faceMatchScore": null
           *           },
           *           "challenge": "IF_IN_DOUBT",
           *           "reusedSelfies": "REJECT",
           *           "allowFileUpload": true,
           *           "lifetimes": {
           *             "partnerToken": 3600,
           *             "userToken": 3600,
           *             "launchToken": 1800,
           *             "handoffCode": 600,
           *             "uploadUrl": 600,
           *             "session": 86400
           *           },
           *           "requestsPerMinute": 1200,
           *           "lenientDetailsHeaders": false,
           *           "retentionDays": 90,
           *           "imageRetentionDays": null
           *         },
           *         "keys": [
           *           {
           *             "clientId": "0198c7f0-0000-7000-8000-00000000000a",
           *             "environment": "PRODUCTION",
           *             "createdAt": "2026-11-22T02:00:00.000Z",
           *             "revokedAt": null
           *           }
           *         ],
           *         "callback": null,
           *         "referenceImage": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              code: string;
              name: string;
              /** Format: date-time */
              createdAt: string;
              settings: components['schemas']['PartnerSettings'];
              keys: {
                /** Format: uuid */
                clientId: string;
                /** @enum {string} */
                environment: 'PRODUCTION' | 'SANDBOX';
                /** Format: date-time */
                createdAt: string;
                revokedAt: string | null;
              }[];
              callback: {
                url: string;
                /** @enum {string} */
                method: 'POST' | 'PUT' | 'PATCH';
                /** @enum {string} */
                payload: 'minimal' | 'full';
                headerNames: string[];
                isRotatingSecret: boolean;
                isDisabled: boolean;
              } | null;
              referenceImage: {
                url: string;
                /** @enum {string} */
                method: 'GET' | 'POST';
                headerNames: string[];
                imageHosts: string[];
              } | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listKeys: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the keys of a partner */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "keys": [
           *           {
           *             "clientId": "0198c7f0-0000-7000-8000-00000000000a",
           *             "environment": "PRODUCTION",
           *             "createdAt": "2026-11-22T02:00:00.000Z",
           *             "revokedAt": null
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              keys: {
                /** Format: uuid */
                clientId: string;
                /** @enum {string} */
                environment: 'PRODUCTION' | 'SANDBOX';
                /** Format: date-time */
                createdAt: string;
                revokedAt: string | null;
              }[];
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  issueKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "environment": "PRODUCTION",
         *       "overlapSeconds": 86400
         *     }
         */
        'application/json': {
          /**
           * @default PRODUCTION
           * @enum {string}
           */
          environment?: 'PRODUCTION' | 'SANDBOX';
          /** @default 0 */
          overlapSeconds?: number;
        };
      };
    };
    responses: {
      /** @description Issue a key */
      201: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "clientId": "0198c7f0-0000-7000-8000-00000000000a",
           *         "passKey": "00000000-0000-4000-8000-000000000000",
           *         "environment": "PRODUCTION",
           *         "earlierKeysEndAt": "2026-11-23T02:00:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** Format: uuid */
              clientId: string;
              /** Format: uuid */
              passKey: string;
              /** @enum {string} */
              environment: 'PRODUCTION' | 'SANDBOX';
              earlierKeysEndAt: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  revokeKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoke a key */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "clientId": "0198c7f0-0000-7000-8000-00000000000a",
           *         "environment": "PRODUCTION",
           *         "createdAt": "2026-11-22T02:00:00.000Z",
           *         "revokedAt": "2026-11-22T02:00:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** Format: uuid */
              clientId: string;
              /** @enum {string} */
              environment: 'PRODUCTION' | 'SANDBOX';
              /** Format: date-time */
              createdAt: string;
              revokedAt: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  showCallback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show the callback */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/coe/submissions-callback",
           *         "method": "POST",
           *         "payload": "full",
           *         "headerNames": [
           *           "authorization"
           *         ],
           *         "isRotatingSecret": false,
           *         "isDisabled": false
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              url: string;
              /** @enum {string} */
              method: 'POST' | 'PUT' | 'PATCH';
              /** @enum {string} */
              payload: 'minimal' | 'full';
              headerNames: string[];
              isRotatingSecret: boolean;
              isDisabled: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  setCallback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://shop.example/coe/submissions-callback",
         *       "authorization": {
         *         "bearer": "of-the-partner"
         *       }
         *     }
         */
        'application/json': {
          /** Format: uri */
          url: string;
          /** @enum {string} */
          method?: 'POST' | 'PUT' | 'PATCH';
          /** @enum {string} */
          payload?: 'minimal' | 'full';
          headers?: {
            [key: string]: string;
          };
          authorization?:
            | {
                basic: {
                  username: string;
                  password: string;
                };
              }
            | {
                bearer: string;
              };
        };
      };
    };
    responses: {
      /** @description Set the callback */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/coe/submissions-callback",
           *         "method": "POST",
           *         "payload": "full",
           *         "headerNames": [
           *           "authorization"
           *         ],
           *         "isRotatingSecret": false,
           *         "isDisabled": false,
           *         "callbackSecret": "whsec_AAAA"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              url: string;
              /** @enum {string} */
              method: 'POST' | 'PUT' | 'PATCH';
              /** @enum {string} */
              payload: 'minimal' | 'full';
              headerNames: string[];
              isRotatingSecret: boolean;
              isDisabled: boolean;
              callbackSecret: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  removeCallback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Remove the callback */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "removed": true
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** @constant */
              removed: true;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  enableCallback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Enable a callback that a 410 has disabled */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/coe/submissions-callback",
           *         "method": "POST",
           *         "payload": "full",
           *         "headerNames": [
           *           "authorization"
           *         ],
           *         "isRotatingSecret": false,
           *         "isDisabled": false
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              url: string;
              /** @enum {string} */
              method: 'POST' | 'PUT' | 'PATCH';
              /** @enum {string} */
              payload: 'minimal' | 'full';
              headerNames: string[];
              isRotatingSecret: boolean;
              isDisabled: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  rotateCallbackSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Rotate the callback secret */
      201: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "callbackSecret": "whsec_AAAA"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              callbackSecret: string;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  dropOldCallbackSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Drop the callback secret that was replaced */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/coe/submissions-callback",
           *         "method": "POST",
           *         "payload": "full",
           *         "headerNames": [
           *           "authorization"
           *         ],
           *         "isRotatingSecret": false,
           *         "isDisabled": false
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              url: string;
              /** @enum {string} */
              method: 'POST' | 'PUT' | 'PATCH';
              /** @enum {string} */
              payload: 'minimal' | 'full';
              headerNames: string[];
              isRotatingSecret: boolean;
              isDisabled: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  testCallback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send a test message to the callback */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "webhookId": "msg_test",
           *         "httpStatus": 200,
           *         "errorClass": null,
           *         "answerExcerpt": null,
           *         "durationMs": 84
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              httpStatus: number | null;
              errorClass: string | null;
              answerExcerpt: string | null;
              durationMs: number;
              webhookId: string;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  showReferenceImage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Show where reference images are asked for */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/coe/reference-image-url",
           *         "method": "GET",
           *         "headerNames": [
           *           "authorization"
           *         ],
           *         "imageHosts": [
           *           "images.shop.example"
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              url: string;
              /** @enum {string} */
              method: 'GET' | 'POST';
              headerNames: string[];
              imageHosts: string[];
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  setReferenceImage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://shop.example/coe/reference-image-url",
         *       "imageHosts": [
         *         "images.shop.example"
         *       ]
         *     }
         */
        'application/json': {
          /** Format: uri */
          url: string;
          /** @enum {string} */
          method?: 'GET' | 'POST';
          headers?: {
            [key: string]: string;
          };
          authorization?:
            | {
                basic: {
                  username: string;
                  password: string;
                };
              }
            | {
                bearer: string;
              };
          imageHosts?: string[];
        };
      };
    };
    responses: {
      /** @description Set where reference images are asked for */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/coe/reference-image-url",
           *         "method": "GET",
           *         "headerNames": [
           *           "authorization"
           *         ],
           *         "imageHosts": [
           *           "images.shop.example"
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              url: string;
              /** @enum {string} */
              method: 'GET' | 'POST';
              headerNames: string[];
              imageHosts: string[];
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  removeReferenceImage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ask for no reference images any more */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "removed": true
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** @constant */
              removed: true;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listErasures: {
    parameters: {
      query?: {
        partnerCode?: string;
        submissionId?: string;
        requestId?: string;
        state?: 'PENDING' | 'COMPLETED';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List erasures and their proofs */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "erasures": [
           *           {
           *             "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *             "partnerCode": "SHOP",
           *             "scope": "ALL",
           *             "rule": "REQUEST",
           *             "retentionDays": null,
           *             "requestId": "0198c7f0-0000-7000-8000-00000000e4a5",
           *             "begunAt": "2026-11-22T02:00:00.000Z",
           *             "completedAt": "2026-11-22T02:12:00.000Z",
           *             "proof": "eyJ…"
           *           }
           *         ],
           *         "nextCursor": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              erasures: components['schemas']['Erasure'][];
              nextCursor: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  requestErasure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "subject": {
         *         "submissionId": "0198c7f0-0000-7000-8000-000000000001"
         *       },
         *       "reason": "Asked for by the person"
         *     }
         */
        'application/json': {
          subject:
            | {
                /** Format: uuid */
                submissionId: string;
              }
            | {
                partnerCode: string;
                partnerUserId: string;
                partnerUserIdType: string;
              };
          /** @description Must not hold personal data: it stays in the audit log when everything else is erased. A reference to your own file will do. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Erase a submission or a partner user */
      202: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "requestId": "0198c7f0-0000-7000-8000-00000000e4a5",
           *         "deletedGrants": 0,
           *         "erasures": [
           *           {
           *             "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *             "partnerCode": "SHOP",
           *             "scope": "ALL",
           *             "rule": "REQUEST",
           *             "retentionDays": null,
           *             "requestId": "0198c7f0-0000-7000-8000-00000000e4a5",
           *             "begunAt": "2026-11-22T02:00:00.000Z",
           *             "completedAt": null,
           *             "proof": null
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /** Format: uuid */
              requestId: string;
              deletedGrants: number;
              erasures: components['schemas']['Erasure'][];
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listLegalHolds: {
    parameters: {
      query?: {
        partnerCode?: string;
        submissionId?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List legal holds */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "holds": [
           *           {
           *             "id": "0198c7f0-0000-7000-8000-000000000401",
           *             "partnerCode": "SHOP",
           *             "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *             "reason": "CASE-17, by order of the court",
           *             "placedAt": "2026-11-22T02:00:00.000Z"
           *           }
           *         ],
           *         "nextCursor": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              holds: components['schemas']['LegalHold'][];
              nextCursor: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  placeLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "subject": {
         *         "submissionId": "0198c7f0-0000-7000-8000-000000000001"
         *       },
         *       "reason": "CASE-17, by order of the court"
         *     }
         */
        'application/json': {
          subject:
            | {
                /** Format: uuid */
                submissionId: string;
              }
            | {
                partnerCode: string;
                partnerUserId: string;
                partnerUserIdType: string;
              };
          /** @description Must not hold personal data: it stays in the audit log when everything else is erased. A reference to your own file will do. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Place a legal hold */
      201: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "id": "0198c7f0-0000-7000-8000-000000000401",
           *         "partnerCode": "SHOP",
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "reason": "CASE-17, by order of the court",
           *         "placedAt": "2026-11-22T02:00:00.000Z",
           *         "pendingErasures": [
           *           {
           *             "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *             "scope": "IMAGES"
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['PlacedLegalHold'];
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  releaseLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        holdId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "CASE-17 is closed"
         *     }
         */
        'application/json': {
          /** @description Must not hold personal data: it stays in the audit log when everything else is erased. A reference to your own file will do. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Release a legal hold */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "id": "0198c7f0-0000-7000-8000-000000000401",
           *         "partnerCode": "SHOP",
           *         "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *         "reason": "CASE-17, by order of the court",
           *         "placedAt": "2026-11-22T02:00:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: components['schemas']['LegalHold'];
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        partnerCode?: string;
        submissionId?: string;
        state?: 'PENDING' | 'DELIVERED' | 'DEAD' | 'SKIPPED';
        from?: string;
        until?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List deliveries of callbacks */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "deliveries": [
           *           {
           *             "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *             "delivery": 1,
           *             "partnerCode": "SHOP",
           *             "webhookId": "msg_0198c7f000007000",
           *             "state": "DEAD",
           *             "createdAt": "2026-11-22T02:00:00.000Z",
           *             "settledAt": "2026-11-25T05:40:00.000Z",
           *             "attempts": 10,
           *             "lastAttempt": {
           *               "httpStatus": 503,
           *               "errorClass": "HTTP_STATUS",
           *               "answerExcerpt": null,
           *               "durationMs": 120,
           *               "attemptedAt": "2026-11-25T05:40:00.000Z"
           *             }
           *           }
           *         ],
           *         "nextCursor": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              deliveries: {
                /** Format: uuid */
                submissionId: string;
                delivery: number;
                partnerCode: string;
                webhookId: string;
                /** @enum {string} */
                state: 'PENDING' | 'DELIVERED' | 'DEAD' | 'SKIPPED';
                /** Format: date-time */
                createdAt: string;
                settledAt: string | null;
                attempts: number;
                lastAttempt: {
                  httpStatus: number | null;
                  errorClass: string | null;
                  answerExcerpt: string | null;
                  durationMs: number;
                  /** Format: date-time */
                  attemptedAt: string;
                } | null;
              }[];
              nextCursor: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  replayDeliveries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "filter": {
         *         "partnerCode": "SHOP",
         *         "state": "DEAD"
         *       }
         *     }
         */
        'application/json':
          | {
              /** Format: uuid */
              submissionId: string;
            }
          | {
              filter: {
                partnerCode?: string;
                /**
                 * @default DEAD
                 * @enum {string}
                 */
                state?: 'DELIVERED' | 'DEAD' | 'SKIPPED';
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
              };
              /** @default 200 */
              limit?: number;
            };
      };
    };
    responses: {
      /** @description Deliver again */
      202: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "replays": [
           *           {
           *             "submissionId": "0198c7f0-0000-7000-8000-000000000001",
           *             "delivery": 2
           *           }
           *         ],
           *         "hasMore": false
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              replays: {
                /** Format: uuid */
                submissionId: string;
                delivery: number;
              }[];
              hasMore: boolean;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      413: components['responses']['BODY_TOO_LARGE'];
      415: components['responses']['UNSUPPORTED_MEDIA_TYPE'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listAssessments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        submissionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List what the checks of a submission found */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "assessments": [
           *           {
           *             "attempt": 1,
           *             "check": "LIVENESS",
           *             "verdict": "RETRY",
           *             "reasonCode": "CHALLENGE_REQUIRED",
           *             "score": 0.41,
           *             "signs": [
           *               {
           *                 "name": "network",
           *                 "score": 0.59,
           *                 "threshold": 0.5,
           *                 "isAgainst": true
           *               },
           *               {
           *                 "name": "foreign-nonce",
           *                 "score": null,
           *                 "threshold": null,
           *                 "isAgainst": false
           *               }
           *             ],
           *             "durationMs": 140,
           *             "assessedAt": "2026-11-22T02:00:00.000Z"
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              assessments: {
                attempt: number;
                /** @enum {string} */
                check: 'DOCUMENT' | 'LIVENESS' | 'FACE_MATCH' | 'REFERENCE_MATCH';
                /** @enum {string} */
                verdict: 'PASS' | 'RETRY' | 'REJECT';
                /** @description Why, for everything but VALID. An open list: codes are added without notice, so treat one that you do not know like the others of its `status` and `result`. */
                reasonCode: string | null;
                score: number | null;
                /** @description What was measured and found. Open: models come and go. */
                signs: {
                  name: string;
                  /** @description On the scale of the sign. */
                  score: number | null;
                  threshold: number | null;
                  /** @description Whether it speaks against the capture. */
                  isAgainst: boolean;
                }[];
                durationMs: number;
                /** Format: date-time */
                assessedAt: string;
              }[];
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        partnerCode?: string;
        actor?: string;
        action?: string;
        from?: string;
        until?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List who has changed and seen what */
      200: {
        headers: {
          'x-request-id': components['headers']['x-request-id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "entries": [
           *           {
           *             "id": "0198c7f0-0000-7000-8000-000000000001",
           *             "at": "2026-11-22T02:00:00.000Z",
           *             "actor": "operator:console",
           *             "action": "partner.changed",
           *             "partnerCode": "SHOP",
           *             "detail": {
           *               "maxAttempts": {
           *                 "from": 3,
           *                 "to": 5
           *               }
           *             },
           *             "position": 7,
           *             "hash": "6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b"
           *           }
           *         ],
           *         "nextCursor": null
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              entries: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                actor: string;
                action: string;
                partnerCode: string | null;
                detail: {
                  [key: string]: unknown;
                };
                position: number | null;
                hash: string | null;
              }[];
              nextCursor: string | null;
            };
          };
        };
      };
      400: components['responses']['INVALID_VALUE'];
      401: components['responses']['UNAUTHORIZED'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['CONFLICT'];
      429: components['responses']['TOO_MANY_REQUESTS'];
      500: components['responses']['GENERIC_SERVICE_ERROR'];
      503: components['responses']['SERVICE_UNAVAILABLE'];
    };
  };
  submissionEnded: {
    parameters: {
      query?: never;
      header: {
        /** @description The same on every try of one callback: ignore one that you have seen. */
        'webhook-id': string;
        /** @description Unix seconds of this try. Refuse one that is more than five minutes off. */
        'webhook-timestamp': string;
        /** @description `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with your callback secret. While the secret is changed there are two, parted by a space; one that fits is enough. */
        'webhook-signature': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | components['schemas']['FullCallback']
          | components['schemas']['MinimalCallback']
          | components['schemas']['TestCallback'];
      };
    };
    responses: {
      /** @description Taken. Answer first, work afterwards. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Not understood; tried again. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Gone: your callbacks are switched off. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Failed on your side; tried again. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getReferenceImageUrl: {
    parameters: {
      query?: never;
      header: {
        /** @description Your id of the person. In the sandbox it can force an outcome. At most 255 characters of printable ASCII. */
        'x-partner-user-id': string;
        /** @description What kind of id that is; a label of your choice. At most 255 characters of printable ASCII. */
        'x-partner-user-id-type': string;
        /** @description Yours, unique to one session of one person. It makes initiate repeatable. At most 255 characters of printable ASCII. */
        'x-partner-session-id': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the image is. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "url": "https://shop.example/reference-images/1.jpg?signature=abc",
           *         "expires_at": "1783333059"
           *       }
           *     }
           */
          'application/json': {
            /** @constant */
            success: true;
            data: {
              /**
               * Format: uri
               * @description Of a JPEG or PNG of up to 10 MB, that needs no credentials. `https`; `http` only in networks that the operator allows.
               */
              url: string;
              /** @description Unix seconds as a string. */
              expires_at?: string;
            } & {
              [key: string]: unknown;
            };
          } & {
            [key: string]: unknown;
          };
        };
      };
    };
  };
}
