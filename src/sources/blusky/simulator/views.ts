import type { BluskyOptions } from './options.ts'
import { AC_SYSTEM, type BluskyState, type StoredOccupancy, type StoredUser } from './state.ts'

/** A user as the vendor shows it: `PersonId` for the id, the defaults and names it computes, and its contact items. */
export function userView(user: StoredUser, state: BluskyState, options: BluskyOptions): object {
  const time = (value: string | null) => (value !== null && options.timesWithZone ? `${value}Z` : value)
  const { fields } = user
  return {
    PersonId: user.PersonId,
    FirstName: fields.FirstName,
    LastName: fields.LastName,
    MiddleInitial: fields.MiddleInitial,
    Nickname: fields.Nickname,
    sGenderId: fields.sGenderId,
    DefaultFloorId: fields.DefaultFloorId,
    DefaultFloorName: fields.DefaultFloorStopId === null ? null : `Floor ${fields.DefaultFloorStopId}`,
    DefaultFloorStopId: fields.DefaultFloorStopId,
    DefaultFloorStopName: fields.DefaultFloorStopId === null ? null : String(fields.DefaultFloorStopId),
    DefaultEmail: defaultOf(user, 'Email', state),
    DefaultPhone: defaultOf(user, 'Phone', state),
    FacilityId: fields.FacilityId,
    FacilityName: state.facilities.get(fields.FacilityId) ?? null,
    CompanyInstanceType: fields.CompanyInstanceType,
    CompanyInstanceId: fields.CompanyInstanceId,
    CompanyName: state.occupancies.get(fields.CompanyInstanceId)?.Name ?? null,
    ACSystemId: fields.ACSystemId,
    ACSystemName: AC_SYSTEM.name,
    StartDatetime: time(fields.StartDatetime),
    EndDatetime: time(fields.EndDatetime),
    AccessRightsSuspended: fields.AccessRightsSuspended,
    ...(options.contactItemsInView && itemsView(user, state, options)),
  }
}

function itemsView(user: StoredUser, state: BluskyState, { memberNames }: BluskyOptions): object {
  const named = user.items.map((item) => ({
    ...item,
    ContactSubTypeName: state.types.find(({ id }) => id === item.ContactSubType)?.name ?? null,
  }))
  if (memberNames === 'assumed') return { ContactItems: named }
  return {
    UserContactItems: named.map((item) => ({
      ContactItemId: item.ContactInfoId,
      TypeId: item.ContactSubType,
      TypeName: item.ContactSubTypeName,
      ContactValue: item.Value,
      Default: item.IsDefault,
    })),
  }
}

export function occupancyView(occupancy: StoredOccupancy, state: BluskyState): object {
  return {
    OccupantId: occupancy.OccupantId,
    Name: occupancy.Name,
    ACSystemId: AC_SYSTEM.id,
    ACSystemName: AC_SYSTEM.name,
    FacilityId: occupancy.FacilityId,
    FacilityName: state.facilities.get(occupancy.FacilityId) ?? null,
    CompanyId: null,
    CompanyName: null,
    StreetAddress1: occupancy.StreetAddress1,
    StreetAddress2: null,
    City: occupancy.City,
    RegionId: null,
    RegionName: 'New York',
    CountryId: null,
    CountryName: 'United States',
    PostalCode: occupancy.PostalCode,
    Website: occupancy.Website,
  }
}

export function typesView(state: BluskyState, { typesShape, memberNames, successCode }: BluskyOptions): unknown {
  const [id, category, children] =
    memberNames === 'assumed' ? ['ContactSubType', 'ContactType', 'ContactSubTypes'] : ['TypeId', 'Category', 'Types']
  const flat = state.types.map((type) => ({ [id]: type.id, Name: type.name, [category]: type.category }))
  if (typesShape === 'flat') return flat
  if (typesShape === 'wrapped') return { ResultCode: successCode, Description: 'Success', Value: flat }
  return [...new Set(state.types.map((type) => type.category))].map((group) => ({
    [category]: group,
    [children]: state.types
      .filter((type) => type.category === group)
      .map((type) => ({ [id]: type.id, Name: type.name })),
  }))
}

function defaultOf(user: StoredUser, category: string, state: BluskyState): string | null {
  const isOfCategory = (typeId: string) => state.types.find(({ id }) => id === typeId)?.category === category
  return user.items.find((item) => item.IsDefault && isOfCategory(item.ContactSubType))?.Value ?? null
}
