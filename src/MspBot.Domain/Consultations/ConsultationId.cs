namespace MspBot.Domain.Consultations;

/// <summary>One teacher's request and the meeting that comes of it, or a group.</summary>
public readonly record struct ConsultationId(long Value) : IId<ConsultationId>
{
    public static ConsultationId From(long value) => new(value);
}
