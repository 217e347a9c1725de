"""Bad input: a clear message in Indonesian, nothing lost, nothing half-written. What is proved where.

Each line is one item and one place that proves it, `file` or `file::name`; `test_the_table.py` checks that every
place exists. Files without a folder are here; `room/…` are the tests of that room. `books.refused` is the measure used
here: the message reads as plain Indonesian, and afterwards every row of every table and every file is what it was.

wrong dates                        test_dates.py
wrong dates                        test_forms.py::WhenEveryFieldOfAFormIsAbused
wrong dates                        intake/test_written_dates.py
wrong dates                        registry/test_import_files.py::WhenACellIsADate
acts before 2014 or in the future  test_acts_and_places.py::WhenAnActLiesOutsideTheYearsOfTheLaw
acts before 2014 or in the future  test_dates.py
unknown regions                    test_acts_and_places.py::WhenAPlaceIsNoPlace
unknown regions                    registry/test_regions.py::WhenANameIsRead
an act between two contests        test_acts_and_places.py::WhenAnActLiesBetweenTwoContests
10,000-character names             test_forms.py::WhenEveryFieldOfAFormIsAbused
10,000-character names             intake/test_submission.py::test_one_bad_answer_gives_one_message_in_its_own_field
10,000-character names             registry/test_import_run.py::it_refuses_a_name_of_ten_thousand_letters
right-to-left and zero-width       test_forms.py::WhenEveryFieldOfAFormIsAbused
right-to-left and zero-width       trust/test_plain_text.py
right-to-left and zero-width       registry/test_import_run.py::it_drops_invisible_marks_and_says_so
HTML in every field                test_forms.py::WhenEveryFieldOfAFormIsAbused
HTML in every field                test_forms.py::WhenTheReporterWritesThroughTheCode
HTML in every field                test_forms.py::test_the_page_of_a_case_shows_markup_as_it_was_typed
HTML in every field                test_addresses.py
HTML in every field                letters/test_render.py
spreadsheets with formulas         test_files.py::WhenASheetHasFormulas
spreadsheets with formulas         registry/test_import_run.py::it_never_computes_a_formula
spreadsheets with formulas         registry/test_import_rejected.py::it_lets_no_formula_run_in_that_file
images that are not images         test_files.py::WhenAPictureIsNone
images that are not images         trust/test_evidence.py::WhenTheNameSaysOneThingAndTheBytesAnother
zip bombs                          test_files.py::WhenAWorkbookIsABomb
zip bombs                          registry/test_import_files.py::WhenAWorkbookBites
zip bombs                          trust/test_evidence.py::it_keeps_a_zip_bomb_packed
double submits                     test_double_submits.py
double submits                     test_two_servers.py::test_one_form_sent_through_both_is_one_report_with_one_code
double submits                     intake/test_report_submit_threads.py
two officers deciding at once      test_two_officers.py
two officers deciding at once      test_two_servers.py::test_two_decisions_at_the_same_second_are_one_with_one_letter
two officers deciding at once      letters/test_letter_issue.py::it_leaves_no_gap_when_many_write_at_once_and_some_fail
a clock that jumps back            test_clock_jumps_back.py
a clock that jumps back            trust/test_trail_record.py::WhenTheClockJumpsBack
a full disk                        test_full_disk.py
a full disk                        test_two_servers.py::test_a_database_file_on_a_full_disk_takes_no_half_report
a recipient who moved or retired   prevention/test_acknowledging.py
a recipient who moved or retired   prevention/test_coverage.py
a person in two targets            prevention/test_instruments.py
an answer after the withdrawal     prevention/test_acknowledging.py
an answer after the withdrawal     prevention/test_attendance.py
a number used twice                prevention/test_instruments.py::test_a_number_is_used_once_by_its_issuer
two clerks numbering at once       test_two_officers.py::test_two_clerks_who_record_the_same_letter_record_it_once
two clerks numbering at once       test_two_officers.py::test_two_clerks_who_issue_at_the_same_second_get_two_numbers
two clerks numbering at once       test_two_officers.py::test_two_clicks_remind_a_head_once
a long list with errors            prevention/test_attendance.py::test_a_sheet_of_thousands_is_written_in_few_steps
a long list with errors            prevention/test_rejected_lines.py
a roll call entered days later     prevention/test_attendance.py
an outreach list days later        prevention/test_outreach_attendance.py
an outreach moved or called off    prevention/test_outreach.py
NIP with a wrong birth date        registry/test_import_run.py::it_rejects_a_birth_date_that_is_not_in_the_nip
two people with one NIP            registry/test_import_run.py::it_takes_the_first_of_two_rows_with_one_nip
a person twice                     registry/test_import_resumed.py::it_goes_on_where_it_was_and_tells_of_the_whole_file
a file whose header lies           registry/test_import_resumed.py::it_stops_where_nothing_fits_its_heading
a column of mixed dates            registry/test_import_resumed.py::it_reads_a_column_of_mixed_dates_day_by_day
a Parquet of any size              registry/test_import_parquet.py::it_reads_every_row_group
a Parquet of any size              registry/test_import_parquet.py::it_refuses_a_file_that_was_cut_off
a killed import                    test_killed_import.py
a lost database connection         test_lost_database.py
a lost database connection         web/test_errors.py
a busy database file               test_two_servers.py
a process killed in the middle     intake/test_report_submit_killed.py
"""
