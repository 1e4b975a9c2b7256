namespace MspBot.Host.Feedback;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class FeedbackLinks
{
    internal const string AllFeedback = "fl";
    internal const string Applied = "fa";
    internal const string Feedback = "fb";
    internal const string FeedbackList = "fw";
    internal const string Preference = "fq";
    internal const string FeedbackWord = "feedback";
    internal const string Reply = "we-did";
    internal const string SeminarFeedback = "fv";
    internal const string TutorFeedback = "ft";
    internal const string Words = "words";
}
