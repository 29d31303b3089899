import { z } from 'zod';
import { CROSS_CHECK_OUTCOMES, CROSS_CHECKS } from '../ktp-details.js';
import type { SubmissionDetails } from '../submission-details.js';

const text = z.string().nullable();
const isoDate = z.iso.date().nullable();
const score = z.number().min(0).max(1);
const checkOutcome = z.enum(['PASS', 'FAIL']);

const ktpDetails = z
  .strictObject({
    nik: z
      .string()
      .regex(/^\d{16}$/)
      .nullable(),
    name: text,
    placeOfBirth: text,
    dateOfBirth: isoDate,
    gender: z.enum(['MALE', 'FEMALE']).nullable(),
    bloodType: z.enum(['A', 'B', 'AB', 'O']).nullable(),
    address: text,
    rt: text.meta({ description: 'Three digits.' }),
    rw: text.meta({ description: 'Three digits.' }),
    kelurahan: text,
    kecamatan: text,
    city: text.meta({ description: 'With its KABUPATEN or KOTA, as printed.' }),
    province: text.meta({ description: 'Without the word PROVINSI.' }),
    religion: text,
    maritalStatus: text,
    occupation: text,
    nationality: text,
    validUntil: text.meta({ description: '`SEUMUR HIDUP` or an ISO date.' }),
    placeOfIssue: text,
    dateOfIssue: isoDate,
  })
  .meta({
    id: 'KtpDetails',
    description:
      'What is printed on the card. A field that is blank, a dash or not readable is `null`.',
  });

const ktpConfidence = z.partialRecord(ktpDetails.keyof(), score).meta({
  description: '0 to 1 for every field that was read; the others are absent.',
});

const crossChecks = z.partialRecord(z.enum(CROSS_CHECKS), z.enum(CROSS_CHECK_OUTCOMES)).meta({
  id: 'CrossChecks',
  description:
    'What the fields of the card say about each other. `WARN` is worth a look and no proof of ' +
    'anything: people move, dates of birth are corrected, and a citizen’s card is valid past its ' +
    'date. Only `nikForm` can be `FAIL`: such a NIK cannot exist. A check is absent when what it ' +
    'compares was not read. More may be added.',
});

const documentQuality = z
  .partialRecord(
    z.enum(['blur', 'glare', 'obstruction', 'crop', 'photocopy', 'screen']),
    checkOutcome,
  )
  .meta({ description: 'The signs that were measured. One that is absent was not looked for.' });

const verificationResult = z
  .strictObject({
    document: checkOutcome.exactOptional(),
    liveness: checkOutcome.exactOptional(),
    faceMatch: checkOutcome.exactOptional().meta({
      description:
        'Selfie against the card’s portrait; in flows without a card, against the reference image.',
    }),
    referenceMatch: checkOutcome.exactOptional().meta({
      description: 'KYC Lite with a reference image of yours: selfie against that as well.',
    }),
  })
  .meta({
    description:
      'The checks that were made. Faces that differ are told where the card was readable and the person living: of a blurred card it says nothing.',
  });

/** Part of Get Submission Details and of the full callback. Empty until a submission has ended. */
export const submissionFields = z
  .strictObject({
    ktpDetails: ktpDetails.exactOptional(),
    ktpConfidence: ktpConfidence.exactOptional(),
    crossChecks: crossChecks.exactOptional(),
    documentQuality: documentQuality.exactOptional(),
    verificationResult: verificationResult.exactOptional(),
    livenessScore: score
      .exactOptional()
      .meta({ description: '0 to 1, higher is more surely a living person.' }),
    faceMatchScore: score
      .exactOptional()
      .meta({ description: '0 to 1; 0.5 is the default operating point.' }),
    referenceMatchScore: score
      .exactOptional()
      .meta({ description: '0 to 1; 0.5 is the default operating point.' }),
  })
  .meta({
    id: 'SubmissionDetails',
    description:
      'Empty until the submission has ended. A member is there when the flow has it and its check was made.',
  }) satisfies z.ZodType<SubmissionDetails>;
