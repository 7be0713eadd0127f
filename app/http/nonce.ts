import { createContext, useContext } from 'react'

/** Set on the server only; browsers hide nonce attributes from scripts, so the client renders without one. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
