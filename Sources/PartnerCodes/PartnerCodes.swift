// PartnerCodes
