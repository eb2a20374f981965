import './pages/app.ts'
import { applyPreferences } from './preferences.ts'

applyPreferences()
