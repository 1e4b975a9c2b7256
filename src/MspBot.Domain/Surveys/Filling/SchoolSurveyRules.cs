namespace MspBot.Domain.Surveys.Filling;

/// <summary>
/// What a school's answering does to where it stands in a survey. An answer begins the filling. What was sent and not looked at yet stays
/// sent, marked as put right. What was accepted is resent by the first answer that is put right: it needs accepting anew. What was
/// returned stays so until it is sent again.
/// </summary>
public static class SchoolSurveyRules
{
    /// <summary>Where a school stands once it has answered something, or put it right.</summary>
    public static SchoolSurveyState AfterAnswer(SchoolSurveyState state) => state switch
    {
        SchoolSurveyState.Waiting => SchoolSurveyState.Filling,
        SchoolSurveyState.Accepted => SchoolSurveyState.Resent,
        _ => state,
    };

    /// <summary>Whether an answer changes what is looked at already, so that a decision on what was seen before counts no more.</summary>
    public static bool ChangesWhatIsSeen(SchoolSurveyState state) =>
        state is SchoolSurveyState.Sent or SchoolSurveyState.Resent or SchoolSurveyState.Accepted;

    /// <summary>Whether the school has something to send.</summary>
    public static bool IsUnsent(SchoolSurveyState state) =>
        state is SchoolSurveyState.Waiting or SchoolSurveyState.Filling or SchoolSurveyState.Returned;

    /// <summary>Where it stands once it has sent; what is sent has been checked.</summary>
    public static SchoolSurveyState AfterSending(SchoolSurveyState state) =>
        state == SchoolSurveyState.Returned ? SchoolSurveyState.Resent : SchoolSurveyState.Sent;

    /// <param name="state">Where the school stands.</param>
    /// <param name="toAnswer">Questions without an answer, and those that came back and were not put right.</param>
    /// <returns>Null: it may be sent.</returns>
    public static SurveyRefusal? CheckSending(SchoolSurveyState state, int toAnswer) =>
        !IsUnsent(state) ? SurveyRefusal.NothingChanged
        : toAnswer > 0 ? SurveyRefusal.NotComplete
        : null;
}
