namespace CareerRecs.ServiceDefaults.Hosting;

/// <summary>What the body of a call by gRPC was admitted with.</summary>
/// <param name="Share">Room for its bytes.</param>
/// <param name="Frames">The frames of messages in it.</param>
/// <param name="Units">Units of the call, settled once the length is known. Null: they stay as they are.</param>
internal sealed record AdmittedBody(BodyShare Share, MessageFrames Frames, AdmittedCall? Units);
