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
    ...(options.contactItemsInView && {
      ContactItems: user.items.map((item) => ({
        ContactInfoId: item.ContactInfoId,
        ContactSubType: item.ContactSubType,
        ContactSubTypeName: state.types.find(({ id }) => id === item.ContactSubType)?.name ?? null,
        Value: item.Value,
        IsDefault: item.IsDefault,
      })),
    }),
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

export function typesView(state: BluskyState, options: BluskyOptions): unknown {
  const flat = state.types.map(({ id, name, category }) => ({ ContactSubType: id, Name: name, ContactType: category }))
  if (options.typesShape === 'flat') return flat
  if (options.typesShape === 'wrapped') return { ResultCode: options.successCode, Description: 'Success', Value: flat }
  return (['Email', 'Phone', 'Other'] as const).map((category) => ({
    ContactType: category,
    ContactSubTypes: state.types
      .filter((type) => type.category === category)
      .map(({ id, name }) => ({ ContactSubType: id, Name: name })),
  }))
}

function defaultOf(user: StoredUser, category: string, state: BluskyState): string | null {
  const isOfCategory = (typeId: string) => state.types.find(({ id }) => id === typeId)?.category === category
  return user.items.find((item) => item.IsDefault && isOfCategory(item.ContactSubType))?.Value ?? null
}
