// StructuredText
