using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>
/// Whether somebody who came to a seminar has said what they think of it, or that they would rather not: then they get their certificate.
/// </summary>
internal abstract class FeedbackGiven
{
    public abstract Task<bool> For(PersonId person, SeminarId seminar);
}
