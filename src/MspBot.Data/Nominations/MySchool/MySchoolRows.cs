using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Data.Nominations.MySchool;

/// <summary>How a school takes part, in numbers.</summary>
/// <param name="Teachers">In the bot, the head among them.</param>
/// <param name="Others">Without the head.</param>
/// <param name="TookPart">Different people who came to a meeting or took part in a consultation since a moment, from this school.</param>
/// <param name="Coming">Seats of its teachers in meetings that are not over.</param>
/// <param name="Waiting">Their places in line.</param>
/// <param name="Asked">Nominations without an answer.</param>
public sealed record SchoolSummary(int Teachers, int Others, int TookPart, int Coming, int Waiting, int Asked);

/// <summary>A teacher of a school, and their meetings as numbers: to come, and of those held while they worked there.</summary>
public sealed record TeacherLine(PersonId Id, string Name, int Coming, int Came, int Missed);

/// <summary>A meeting of one teacher.</summary>
public sealed record TeachersMeeting
{
    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public SignUpState State { get; init; }

    public bool Came { get; init; }

    /// <summary>Whether anything is known of who came.</summary>
    public bool Marked { get; init; }
}

/// <summary>A meeting that is over and in which teachers of a school had a seat.</summary>
public sealed record AttendedMeeting
{
    public SeminarId Id { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    /// <summary>How many of the school had a seat, and how many of these came.</summary>
    public int Seated { get; init; }

    public int Came { get; init; }

    public bool Marked { get; init; }
}

/// <summary>Somebody of a school who had a seat; the name is null once they are erased.</summary>
public sealed record Attendee(string? Name, bool Came);
