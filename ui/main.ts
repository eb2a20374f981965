import './pages/app.ts'
import { applyPreferences, printOnWhite } from './preferences.ts'

applyPreferences()
printOnWhite()
