using MspBot.Domain.People.Profile;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Events;

/// <summary>
/// What of the coming events a list shows, as its buttons carry it: all of them, a kind, a subject, what is for the reader, or for heads
/// what is not public.
/// </summary>
internal sealed record EventFilter
{
    internal static readonly EventFilter All = new();
    internal static readonly EventFilter Mine = new() { ForMe = true };

    private const string Me = "me";
    private const string OfSubject = "s.";

    internal SeminarKind? Kind { get; private init; }

    internal string? Subject { get; private init; }

    internal bool ForMe { get; private init; }

    internal SeminarState? State { get; private init; }

    internal bool IsAll => this == All;

    internal static string Of(SeminarKind kind) => kind.ToString();

    internal static string Of(SeminarState state) => state.ToString();

    internal static string Of(string subject) => $"{OfSubject}{subject}";

    /// <summary>Out of a button, which anyone may have typed: what is not known is no filter.</summary>
    internal static EventFilter Read(string arg, Speaker speaker)
    {
        if (arg == Me) return Mine;
        if (arg.StartsWith(OfSubject, StringComparison.Ordinal) && Subjects.All.Contains(arg[OfSubject.Length..]))
            return new() { Subject = arg[OfSubject.Length..] };
        if (SeminarAccess.IsHead(speaker)
            && new Argument(arg).Case<SeminarState>() is { } state and (SeminarState.Draft or SeminarState.Cancelled))
            return new() { State = state };
        return new Argument(arg).Case<SeminarKind>() is { } kind ? new() { Kind = kind } : All;
    }

    public override string ToString() => ForMe ? Me : State?.ToString() ?? Kind?.ToString() ?? (Subject is null ? "" : Of(Subject));
}
