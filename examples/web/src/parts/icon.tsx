/** Drawn on 24 × 24, in lines of the text's colour. */
const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2 21 21',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5l4.500 4.500L19 7.500',
  edit: 'M4 20l1-4L16 5l3 3L8 19l-4 1zM13.500 7.500l3 3',
  remove: 'M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.500 11v5M13.500 11v5',
  camera: 'M4 8h3.500L9 5.500h6L16.500 8H20v11H4zM12 10a3.250 3.250 0 1 0 0 6.500 3.250 3.250 0 0 0 0-6.500z',
  warning: 'M12 4 2.800 20h18.400zM12 10v4.500M12 17v.5',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  star: 'M12 4l2.400 5.200 5.600.7-4.100 3.900 1.100 5.700L12 16.700l-5 2.800 1.100-5.700L4 9.900l5.600-.7z',
  EMAIL: 'M3.500 6h17v12.500h-17zM4 6.500l8 6.500 8-6.500',
  PHONE:
    'M6.500 4H10l1.500 4.500-2 1.500a11 11 0 0 0 4.500 4.500l1.500-2L20 14v3.500A2.500 2.500 0 0 1 17.500 20 13.500 13.500 0 0 1 4 6.500 2.500 2.500 0 0 1 6.500 4z',
  ADDRESS:
    'M12 21s7-6.200 7-11a7 7 0 1 0-14 0c0 4.800 7 11 7 11zM12 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  URL: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17',
  MESSAGING: 'M4 5h16v11h-9l-4.500 4v-4H4z',
  SOCIAL:
    'M9 5.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.500 19c0-3 2.400-5 5.500-5s5.500 2 5.500 5M16 6a2.500 2.500 0 1 1 0 5M17 14c2.200.4 3.500 2 3.500 4.500',
  OTHER: 'M5 12h.01M12 12h.01M19 12h.01',
} as const

export type IconName = keyof typeof PATHS

/** Says nothing to a screen reader: what it stands beside, or a label, does. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
