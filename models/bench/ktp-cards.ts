import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KtpDetails } from '../../contract/ktp-details.js';

/** One labelled picture of a data folder. */
export interface LabelledCard {
  readonly path: string;
  readonly condition: string;
  readonly truth: KtpDetails;
}

/** `truth.json`: fields as they are printed, dates `DD-MM-YYYY`, `-` for a printed dash. */
const truthFile = z.array(
  z.object({
    file: z.string(),
    condition: z.string(),
    fields: z.object({
      nik: z.string(),
      name: z.string(),
      birthPlace: z.string(),
      birthDate: z.string(),
      gender: z.string(),
      bloodType: z.string(),
      address: z.string(),
      rtRw: z.string(),
      kelurahan: z.string(),
      kecamatan: z.string(),
      religion: z.string(),
      maritalStatus: z.string(),
      occupation: z.string(),
      citizenship: z.string(),
      validUntil: z.string(),
      province: z.string(),
      city: z.string(),
      issuedAt: z.string(),
      issuedOn: z.string(),
    }),
  }),
);

type PrintedFields = z.infer<typeof truthFile>[number]['fields'];

/** The pictures of a folder with what a perfect reading of each returns. */
export async function loadLabelledCards(folder: string): Promise<LabelledCard[]> {
  const text = await readFile(join(folder, 'truth.json'), 'utf8');
  return truthFile.parse(JSON.parse(text)).map(({ file, condition, fields }) => ({
    path: join(folder, file),
    condition,
    truth: toWire(fields),
  }));
}

function toWire(printed: PrintedFields): KtpDetails {
  const [rt, rw] = printed.rtRw.split('/');
  return {
    nik: printed.nik,
    name: printed.name,
    placeOfBirth: orNull(printed.birthPlace),
    dateOfBirth: toIso(printed.birthDate),
    gender: printed.gender === 'PEREMPUAN' ? 'FEMALE' : 'MALE',
    bloodType: (['A', 'B', 'AB', 'O'] as const).find((type) => type === printed.bloodType) ?? null,
    address: orNull(printed.address),
    rt: orNull(rt ?? ''),
    rw: orNull(rw ?? ''),
    kelurahan: orNull(printed.kelurahan),
    kecamatan: orNull(printed.kecamatan),
    city: orNull(printed.city),
    province: orNull(printed.province),
    religion: orNull(printed.religion),
    maritalStatus: orNull(printed.maritalStatus),
    occupation: orNull(printed.occupation),
    nationality: orNull(printed.citizenship),
    validUntil: toIso(printed.validUntil),
    placeOfIssue: orNull(printed.issuedAt),
    dateOfIssue: toIso(printed.issuedOn),
  };
}

function orNull(printed: string): string | null {
  return printed === '-' || printed === '' ? null : printed;
}

function toIso(printed: string): string | null {
  return orNull(printed.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1'));
}
