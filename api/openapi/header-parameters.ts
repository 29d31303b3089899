import { z } from 'zod';
import { MAX_ID_LENGTH, type ContractHeader } from '../request-headers.js';

/** Headers that are no credentials: those are security schemes. */
type ParameterHeader = Exclude<ContractHeader, 'client-id' | 'pass-key' | 'x-onekyc-token'>;

/** Said in words alone: as a bound of the schema it would look as if it were new. */
const LIMIT = `At most ${String(MAX_ID_LENGTH)} characters of printable ASCII.`;

function header(description: string, example: string) {
  return z.string().meta({ description: `${description} ${LIMIT}`, example });
}

const HEADERS: Readonly<Record<ParameterHeader, z.ZodString>> = {
  'x-onboarding-partner': header(
    '`PARTNER_CODE-PLATFORM-FLOW`, beginning with your own partner code.',
    'SHOP-WEB_SDK-KYC_LITE',
  ),
  'x-partner-user-id': header(
    'Your id of the person. In the sandbox it can force an outcome.',
    'user-42',
  ),
  'x-partner-user-id-type': header(
    'What kind of id that is; a label of your choice.',
    'SHOP_USER_ID',
  ),
  'x-partner-session-id': header(
    'Yours, unique to one session of one person. It makes initiate repeatable.',
    '5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11',
  ),
  'x-sdk-session-id': header(
    'The app’s own, the same for all its calls about one session.',
    'b1c9f3f0-2f6d-4a42-8a1e-0d9d5f1c7e20',
  ),
  'x-submission-id': z.string().meta({
    description: 'The submission, where it is known.',
    example: '0198c7f0-0000-7000-8000-000000000001',
  }),
};

/** Header parameters of a call. What `optional` names may be left out. */
export function headerParameters(
  required: readonly ParameterHeader[],
  optional: readonly ParameterHeader[] = [],
) {
  const shape: Record<string, z.ZodType> = {};
  for (const name of required) shape[name] = HEADERS[name];
  for (const name of optional) shape[name] = HEADERS[name].optional();
  return z.object(shape);
}

/** What a capture app sends with every call about its session. */
export const CAPTURE_APP_HEADERS = headerParameters(
  ['x-partner-session-id', 'x-sdk-session-id'],
  ['x-submission-id'],
);
