export {
  type AvatarSettings,
  defineConfig,
  type KithConfig,
  type ServerSettings,
  type SourceSettings,
  type StoreSettings,
} from './config/define-config.ts'
