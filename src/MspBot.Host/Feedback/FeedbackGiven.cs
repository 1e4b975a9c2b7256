using MspBot.Domain.People;
using MspBot.Domain.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>Whether somebody has filed feedback about a seminar or declined to: a certificate asks no more of them.</summary>
internal abstract class FeedbackGiven
{
    public abstract Task<bool> For(PersonId person, SeminarId seminar);
}
