using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Caching;

/// <summary>An answer just worked out.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="IsKept">Whether others who ask the same may get it later.</param>
public readonly record struct MadeAnswer<T>(T Answer, bool IsKept)
    where T : IMessage<T>;

/// <summary>An answer as the bytes of its message.</summary>
/// <param name="Bytes">The bytes; not to be written to.</param>
/// <param name="IsKept">Whether it is in the cache; if not, it is for those alone who waited for it.</param>
public readonly record struct AnswerBytes(ReadOnlyMemory<byte> Bytes, bool IsKept);
