import { z } from 'zod';
import { findThemeProblems } from '../theme-contrast.js';
import {
  changeTheme,
  DEFAULT_THEME,
  HEX_COLOUR,
  LOGO,
  MAX_BRAND_NAME,
  MAX_LOGO_LENGTH,
  MAX_RADIUS,
  ThemeFont,
} from '../theme.js';

const colour = z.string().regex(HEX_COLOUR, 'Give a colour as #rrggbb.');

/** Over the default theme; what is left out stays as it is there. */
const colours = z
  .strictObject({
    accent: colour,
    onAccent: colour,
    surface: colour,
    ink: colour,
    highlight: colour,
  })
  .partial();

/** How the capture app looks to the people of a partner. Refused where it could not be read. */
export const partnerTheme = z
  .strictObject({
    light: colours.optional(),
    dark: colours.optional(),
    font: z.enum(ThemeFont).optional(),
    radius: z.int().min(0).max(MAX_RADIUS).optional(),
    logo: z
      .string()
      .max(MAX_LOGO_LENGTH, 'Give a logo of at most 24 KB.')
      .regex(LOGO, 'Give a logo as data:image/png;base64,… or data:image/webp;base64,….')
      .optional(),
    brandName: z.string().trim().min(1).max(MAX_BRAND_NAME).optional(),
  })
  .superRefine((change, context) => {
    for (const message of findThemeProblems(changeTheme(DEFAULT_THEME, change))) {
      context.addIssue({ code: 'custom', message });
    }
  })
  .meta({ id: 'PartnerTheme' });
