/** The person that `API_TOKEN` stands for: owns what programs make, and signs in nowhere. */
export const MACHINE_PERSON_ID = 'machine'
