import { z } from 'zod'
import { localisedSchema } from '../shared/localised'

const days = z.number().int().min(0)
const percent = z.number().min(0).max(100)

/**
 * The structured front matter of a product document (`content/knowledge/products/*.md`).
 * All money is in the product's `currency` unless the field's name says otherwise.
 */
export const productSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  version: z.string().min(1),
  effectiveFrom: z.iso.date(),
  name: localisedSchema,
  shortName: z.string().min(1),
  /** Words by which agents and clients call it (「美元保單」「意外險」). */
  aliases: z.array(z.string().min(1)).min(1),
  kind: z.enum([
    'whole-life',
    'annuity',
    'small-whole-life',
    'term-life',
    'medical',
    'critical-illness',
    'accident',
    'variable-life',
    'long-term-care',
  ]),
  currency: z.enum(['TWD', 'USD']),
  issueAge: z.strictObject({ min: z.number().int(), max: z.number().int() }),
  payYears: z.array(z.number().int().positive()).default([]),
  isInterestSensitive: z.boolean(),
  isInvestmentLinked: z.boolean(),
  hasSurrenderValue: z.boolean(),
  hasHealthQuestions: z.boolean(),
  isElderRecordingExempt: z.boolean().default(false),
  guaranteedRatePercent: percent.optional(),
  declaredRatePercent: percent.optional(),
  /** Charge by policy year, first year first; none afterwards. */
  surrenderChargePercentByYear: z.array(percent).default([]),
  /** The payment plan, in years, that `surrenderChargePercentByYear` and `breakEvenYear` belong to; every plan when absent. */
  surrenderChargePayYears: z.number().int().positive().optional(),
  /** What an early end costs, worked out; money in `currency`. `charge` is the year's percentage of `policyValue`, `paid` the rest. */
  surrenderExamples: z
    .array(
      z.strictObject({
        policyYear: z.number().int().positive(),
        policyValue: z.number().positive(),
        charge: z.number().min(0),
        paid: z.number().min(0),
      }),
    )
    .optional(),
  /** Policy year before which the money back stays under the premiums paid. */
  breakEvenYear: z.number().int().positive().optional(),
  loadPercent: z.strictObject({ min: percent, max: percent }).optional(),
  frontLoadPercentByYear: z.array(percent).default([]),
  monthlyFeeTwd: z.number().min(0).optional(),
  minPremium: z.number().positive().optional(),
  maxPremium: z.number().positive().optional(),
  sumInsured: z
    .strictObject({ min: z.number().positive().optional(), max: z.number().positive().optional() })
    .optional(),
  /** The upper limit of `sumInsured` counts the policies of every insurer together. */
  isSumLimitAcrossInsurers: z.boolean().optional(),
  isSinglePremium: z.boolean().optional(),
  isRider: z.boolean().optional(),
  /** The premium rises with age, year by year. */
  isNaturalPremium: z.boolean().optional(),
  isGuaranteedRenewable: z.boolean().optional(),
  /** False: taken without a medical examination (health questions may still have to be answered truthfully). */
  needsMedicalExam: z.boolean().optional(),
  /** For an illness. */
  waitingDays: days.optional(),
  accidentWaitingDays: days.optional(),
  deferredDays: days.optional(),
  termsYears: z.array(z.number().int().positive()).default([]),
  coverToAge: z.number().int().optional(),
  /** Age at which a whole-life policy pays its maturity benefit. */
  maturityAge: z.number().int().optional(),
  suicideExclusionYears: z.number().int().positive().optional(),
  acceptsReceiptCopies: z.boolean().optional(),
  /** One payout ends the policy. */
  endsAfterPayout: z.boolean().optional(),
  /** Groups of the NHI catastrophic illnesses that are not covered. */
  excludedIllnessGroups: z.number().int().positive().optional(),
  /** Death in the first `years` pays `premiumMultiple` times the premiums paid instead of the sum insured. */
  earlyDeathBenefit: z
    .strictObject({ years: z.number().int().positive(), premiumMultiple: z.number().positive() })
    .optional(),
  annuity: z
    .strictObject({
      accumulationYearsMin: z.number().int().positive(),
      startAge: z.strictObject({ min: z.number().int(), max: z.number().int() }),
      payToAge: z.number().int(),
      guaranteePeriodYears: z.array(z.number().int().positive()).min(1),
    })
    .optional(),
  occupationClasses: z.strictObject({ min: z.number().int(), max: z.number().int() }).optional(),
  /** The insured must tell the insurer of a change of occupation. */
  mustReportOccupationChange: z.boolean().optional(),
  disabilityLevels: z.strictObject({ min: z.number().int(), max: z.number().int() }).optional(),
  /** A care benefit: what opens it, and how long it is paid. */
  careBenefit: z
    .strictObject({
      monthlyMin: z.number().positive(),
      monthlyMax: z.number().positive(),
      yearsMax: z.number().int().positive(),
      activitiesAssessed: z.number().int().positive(),
      activitiesUnable: z.number().int().positive(),
      cdrMin: z.number().positive(),
    })
    .optional(),
  needsRiskProfile: z.boolean().optional(),
  /** A premium paid from a loan is taken from clients of this risk profile only. */
  loanPremiumOnlyFor: z.enum(['aggressive']).optional(),
  benefits: z.array(localisedSchema).min(1),
  limits: z.array(z.strictObject({ id: z.string(), zh: z.string(), en: z.string(), amount: z.number() })).default([]),
  premiumExamples: z
    .array(
      z.strictObject({
        zh: z.string(),
        en: z.string(),
        yearlyPremium: z.number().positive(),
        age: z.number().int().optional(),
        gender: z.enum(['female', 'male']).optional(),
        termYears: z.number().int().positive().optional(),
        sumInsured: z.number().positive().optional(),
        monthlyBenefit: z.number().positive().optional(),
        occupationClass: z.number().int().positive().optional(),
      }),
    )
    .default([]),
  exclusions: z.array(localisedSchema).min(1),
  risks: z.array(localisedSchema).min(1),
  notFor: z.array(localisedSchema).min(1),
})
export type Product = z.infer<typeof productSchema>

/** Terms every contract of the insurer shares (`content/knowledge/products/insurer.yaml`). */
export const insurerSchema = z.strictObject({
  name: localisedSchema,
  hotline: z.string().min(1),
  complaint: z.string().min(1),
  coolingOffDays: days,
  graceDays: days,
  reinstatementYears: z.number().int().positive(),
  contestableYears: z.number().int().positive(),
})
export type Insurer = z.infer<typeof insurerSchema>
